import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {Flow} from '../../../src/flows/flow.ts';
import {createFlows} from '../../../src/flows/flows.ts';
import {told} from '../../told.ts';
import {fake} from '../browser/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../browser/fake-browser.ts')).fakeBrowser}));

const flowsOf = (userId = 7) => createFlows({host: 'gitlab.com', userId: async () => userId});
const flow = (id: string, userId = 7): Flow => ({
  id,
  userId,
  startedAt: `2026-11-20T10:00:00.00${id.length}Z`,
  stage: 'form',
  steps: {},
  kind: 'from-another-csm',
  plan: {projectId: 12, projectName: 'Acme', address: '', replacements: []},
});
const shown = async (userId = 7) => {
  const flows = flowsOf(userId);
  await flows.load();
  return flows.all.value.map(({id}) => id);
};

beforeEach(() => fake.reset());

describe('guided flows', () => {
  it('are their user’s, until they end', async () => {
    const flows = flowsOf();
    await flows.put(flow('a'));
    await flows.put({...flow('a'), stage: 'run'});
    expect(await shown()).toEqual(['a']);
    expect((await flowsOf().kept('a'))?.stage).toBe('run');
    expect(await shown(8)).toEqual([]);
    await flows.end('a');
    expect(await shown()).toEqual([]);
    expect(fake.areas.local.size).toBe(0);
  });

  describe('with a logo', () => {
    const withLogo = (id: string, logo?: string): Flow => ({
      ...flow(id),
      kind: 'new-customer',
      plan: {name: 'Stark', segment: '', people: '', values: [], takesGroup: false, ...(logo && {logo})},
    });
    const keptLocally = () => fake.areas.local.get('flow:2:gitlab.com:7:a') as Flow;

    it('have it in the database, and back when they are read', async () => {
      const flows = flowsOf();
      expect(await flows.put(withLogo('a', 'QUJD'))).toBeUndefined();
      expect(keptLocally().plan).toMatchObject({picture: 'flow-a'});
      expect(keptLocally().plan).not.toHaveProperty('logo');
      expect([...fake.pictures]).toEqual([['gitlab.com 7 flow-a', 'QUJD']]);
      expect(await flowsOf().kept('a')).toEqual(withLogo('a', 'QUJD'));
      const other = flowsOf();
      await other.load();
      expect(other.all.value).toEqual([withLogo('a', 'QUJD')]);
      await other.put(withLogo('a', 'REVG'));
      expect(await flowsOf().kept('a')).toEqual(withLogo('a', 'REVG'));
      await other.put(withLogo('a'));
      expect(await flowsOf().kept('a')).toEqual(withLogo('a'));
      await other.end('a');
      expect(fake.areas.local.size + fake.pictures.size).toBe(0);
    });

    it('keep it there when the page goes', async () => {
      const flows = flowsOf();
      await flows.put(withLogo('a', 'QUJD'));
      flows.follow('a', () => undefined);
      await expect
        .poll(() => {
          flows.putLeaving('a', () => ({...withLogo('a', 'QUJD'), stage: 'run'}));
          return keptLocally();
        })
        .toMatchObject({stage: 'run', plan: {picture: 'flow-a'}});
      expect(keptLocally().plan).not.toHaveProperty('logo');
    });

    it('keep it in themselves where the database does not take it', async () => {
      const full = vi.spyOn(fake.pictures, 'set').mockImplementation(() => {
        throw new Error('The disk is full.');
      });
      const flows = flowsOf();
      expect(await flows.put(withLogo('a', 'QUJD'))).toBeUndefined();
      expect(keptLocally()).toEqual(withLogo('a', 'QUJD'));
      full.mockRestore();
      await flows.put(withLogo('a', 'QUJD'));
      expect(keptLocally().plan).not.toHaveProperty('logo');
    });

    it('have none of another flow', async () => {
      const kept = withLogo('a');
      fake.reset({local: {'flow:2:gitlab.com:7:a': {...kept, plan: {...kept.plan, picture: 'flow-b'}}}});
      fake.pictures.set('gitlab.com 7 flow-b', 'QUJD');
      expect(await flowsOf().kept('a')).toEqual(withLogo('a'));
    });
  });

  it('that another version keeps are not shown, and stay', async () => {
    const kept = {'flows:2:gitlab.com:7': ['a', 7, 'b'], 'flow:2:gitlab.com:7:a': {...flow('a'), kind: 'renewal'}};
    fake.reset({local: {...kept, 'flow:2:gitlab.com:7:b': {...flow('b'), colour: 'green'}}});
    const flows = flowsOf();
    await flows.load();
    expect(flows.all.value.map(({id}) => id)).toEqual(['b']);
    await flows.put({...flow('b'), stage: 'run'});
    expect(Object.fromEntries(fake.areas.local)).toEqual({
      ...kept,
      'flow:2:gitlab.com:7:b': {...flow('b'), stage: 'run', colour: 'green'},
    });
    await flows.put(flow('a'));
    expect(told(flows.notKept.value)?.words).toContain('another version');
    expect(fake.areas.local.get('flow:2:gitlab.com:7:a')).toEqual(kept['flow:2:gitlab.com:7:a']);
  });

  it('of 0.1 go to the user who began them', async () => {
    fake.reset({
      local: {
        'flows:1:gitlab.com': ['a', 'gone', 'bb'],
        'flow:1:gitlab.com:a': flow('a'),
        'flow:1:gitlab.com:bb': flow('bb', 8),
      },
    });
    expect(await shown()).toEqual(['a']);
    expect(await shown()).toEqual(['a']);
    expect(await shown(8)).toEqual(['bb']);
    expect(Object.keys(fake.all()).sort()).toEqual([
      'flow:2:gitlab.com:7:a',
      'flow:2:gitlab.com:8:bb',
      'flows:2:gitlab.com:7',
      'flows:2:gitlab.com:8',
    ]);
    expect(fake.areas.local.get('flows:2:gitlab.com:8')).toEqual(['bb']);
  });
});
