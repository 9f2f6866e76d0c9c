import {GitLabError} from '../gitlab/errors.ts';

/**
 * Makes sure that what GitLab does not find is not there, rather than hidden because the session has ended: resolves where the
 * same user still reads the project, and rejects otherwise.
 */
export type Certainty = () => Promise<unknown>;

/** What a reading gives, or undefined where there is no such thing for certain. */
export async function orNone<T>(reading: Promise<T>, certainty: Certainty): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof GitLabError) || error.kind !== 'missing') throw error;
    await certainty();
    return undefined;
  }
}
