import type {Problem} from '../gitlab/model/problem.ts';

/** Whether what is decided on a page is still decided by its user. */
export interface SameHands {
  /** The page lost the focus: somebody else can have signed in elsewhere. */
  left(): void;
  /**
   * Asks GitLab only where the page was left since it was asked last. A look that fails says nothing.
   *
   * @throws GitLabError `signed-out` or `other-user` where it is known that the user's session ended
   */
  assert(): Promise<void>;
}

/**
 * What is decided is kept in the browser and sent to nobody, so GitLab does not refuse it to somebody else.
 *
 * @param endedBy what the page knows: why nothing of it is its user's any more
 * @param assertSignedIn asks GitLab who is signed in; rejects where it is not the page's user
 */
export function createSameHands(endedBy: () => Problem | undefined, assertSignedIn: () => Promise<void>): SameHands {
  let left = 0;
  let seen = 0;
  return {
    left() {
      left += 1;
    },
    async assert() {
      const now = left;
      if (now === seen && !endedBy()) return;
      const {isSame} = await import('./deciding.ts');
      if (await isSame(endedBy(), assertSignedIn)) seen = now;
    },
  };
}
