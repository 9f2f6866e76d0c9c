import {GitLabError} from './errors.ts';

/**
 * Makes sure that what GitLab does not find is not there, rather than hidden because the session has ended: resolves where the
 * same user still reads what it belongs to, and rejects otherwise.
 */
export type Certainty = () => Promise<unknown>;

/**
 * What a reading gives, or undefined where GitLab has no such thing.
 *
 * @param certainty left out where it does not matter whether the thing is only hidden from the user
 */
export async function orNone<T>(reading: Promise<T>, certainty?: Certainty): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
    await certainty?.();
    return undefined;
  }
}
