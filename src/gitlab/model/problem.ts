import type {Said} from '../../texts/said.ts';

/**
 * What went wrong, in kinds that differ in what the user can do:
 * - `signed-out`: no session, or it has ended
 * - `other-user`: somebody else is signed in than the page was made for
 * - `stale`: signed in, but since the page was loaded: GitLab takes its writes for nobody's
 * - `barred`: something answered in GitLab's place, or GitLab lets nobody of this network or account in for now
 * - `denied`: signed in, but the role does not allow it
 * - `missing`: not there, or not visible to this user (GitLab tells no difference)
 * - `moved`: there, but under another address
 * - `conflict`: changed by somebody else in between
 * - `taken`: the name or path is another one's
 * - `visibility`: a group would be less visible than something in it
 * - `invalid`: GitLab refuses the values
 * - `rule`: a push rule refuses the commit, mostly because of its message
 * - `limited`: too many requests
 * - `paused`: too many requests, and GitLab asks to wait for longer than some minutes
 * - `busy`: GitLab is at work on the same thing; nothing was done
 * - `running`: GitLab took it and is not finished yet
 * - `read-only`: GitLab takes no changes for now
 * - `unavailable`: GitLab or the way to it is out of order
 * - `offline`: no connection
 * - `not-kept`: no matter of GitLab's: the browser's storage does not keep or give what people said
 */
export type ProblemKind =
  | 'signed-out'
  | 'other-user'
  | 'stale'
  | 'barred'
  | 'denied'
  | 'missing'
  | 'moved'
  | 'conflict'
  | 'taken'
  | 'visibility'
  | 'invalid'
  | 'rule'
  | 'limited'
  | 'paused'
  | 'busy'
  | 'running'
  | 'read-only'
  | 'unavailable'
  | 'offline'
  | 'not-kept';

const passing: ReadonlySet<ProblemKind> = new Set([
  'signed-out',
  'other-user',
  'stale',
  'barred',
  'limited',
  'paused',
  'busy',
  'running',
  'read-only',
  'unavailable',
  'offline',
  'not-kept',
]);

/** Whether trouble passes by itself: what could not be read because of it says nothing of what is there. */
export function passes(kind: ProblemKind): boolean {
  return passing.has(kind);
}

/** Whether the page's user is not the one whom GitLab would answer: nothing that is known or shown is theirs. */
export function endsSession(kind: ProblemKind): kind is 'signed-out' | 'other-user' {
  return kind === 'signed-out' || kind === 'other-user';
}

/** A failure as plain data: what happened and what to do next, both whole sentences, ready to be shown as text. */
export interface Problem {
  readonly kind: ProblemKind;
  /** GitLab's own words, or ours where GitLab said nothing readable. */
  readonly words: Said;
  /** What the user can do about it. */
  readonly advice: Said;
}
