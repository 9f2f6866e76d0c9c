import {describe, expect, it} from 'vitest';
import {errorOfKind} from '../../../src/gitlab/errors.ts';
import {orNone} from '../../../src/gitlab/missing.ts';

const notFound = () => Promise.reject(errorOfKind('missing', 404));
const signedOut = () => Promise.reject(errorOfKind('signed-out', 401));

describe('orNone', () => {
  it('gives what is there, without asking for certainty', async () => {
    expect(await orNone(Promise.resolve(1), signedOut)).toBe(1);
  });

  it('gives nothing where nothing is there', async () => {
    expect(await orNone(notFound())).toBeUndefined();
    expect(await orNone(notFound(), async () => 'still the same user')).toBeUndefined();
  });

  it('does not take what is only hidden for gone', async () => {
    await expect(orNone(notFound(), signedOut)).rejects.toMatchObject({kind: 'signed-out'});
  });

  it('does not take other trouble for an answer', async () => {
    await expect(orNone(signedOut())).rejects.toMatchObject({kind: 'signed-out'});
  });
});
