import {beforeEach, describe, expect, it, vi} from 'vitest';
import {createKeeper} from '../../../src/customers/results-writer.ts';
import {customer} from './customers.ts';

const sent: number[][] = [];
let isFull = false;
vi.mock('../../../src/browser/extension.ts', () => ({
  sendToBackground: async ({results}: {results: {id: number}[]}) => {
    sent.push(results.map(({id}) => id));
    if (isFull) throw new Error('The disk is full.');
  },
}));

describe('a keeper', () => {
  const onLost = vi.fn();
  beforeEach(() => {
    sent.length = 0;
    isFull = false;
    onLost.mockClear();
  });

  it('keeps each result at once', async () => {
    const {keep, done} = createKeeper('gitlab.com', 1, onLost);
    await keep([customer(1, 'Acme')]);
    await keep([customer(2, 'Globex')]);
    await done();
    expect(sent).toEqual([[1], [2]]);
    expect(onLost).not.toHaveBeenCalled();
  });

  it('keeps with one message what comes together', async () => {
    const {keep, done} = createKeeper('gitlab.com', 1, onLost);
    await keep([customer(1, 'Acme'), customer(2, 'Globex')]);
    await done();
    expect(sent).toEqual([[1, 2]]);
  });

  it('tries once more at the end what the browser did not keep', async () => {
    const {keep, done} = createKeeper('gitlab.com', 1, onLost);
    isFull = true;
    await keep([customer(1, 'Acme')]);
    await keep([customer(2, 'Globex')]);
    isFull = false;
    await keep([customer(3, 'Hooli')]);
    await done();
    await done();
    expect(sent).toEqual([[1], [2], [3], [1, 2]]);
    expect(onLost).toHaveBeenCalled();
  });

  it('never keeps an older result over a newer one', async () => {
    const {keep, done} = createKeeper('gitlab.com', 1, onLost);
    isFull = true;
    await keep([customer(1, 'Acme')]);
    isFull = false;
    await keep([customer(1, 'Acme Inc.')]);
    await done();
    expect(sent).toEqual([[1], [1]]);
  });

  it('does not send all of them again and again to a browser that keeps nothing', async () => {
    const {keep, done} = createKeeper('gitlab.com', 1, onLost);
    isFull = true;
    const count = 2_000;
    for (let id = 1; id <= count; id += 1) await keep([customer(id, `Customer ${id}`)]);
    await done();
    expect(onLost).toHaveBeenCalled();
    expect(sent.flat().length).toBeLessThanOrEqual(2 * count);
  });
});
