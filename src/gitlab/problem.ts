/**
 * What went wrong, in kinds that differ in what the user can do:
 * - `signed-out`: no session, or it has ended
 * - `denied`: signed in, but the role does not allow it
 * - `missing`: not there, or not visible to this user (GitLab tells no difference)
 * - `moved`: there, but under another address
 * - `conflict`: changed by somebody else in between
 * - `invalid`: GitLab refuses the values
 * - `limited`: too many requests
 * - `unavailable`: GitLab or the way to it is out of order
 * - `offline`: no connection
 * - `not-kept`: no matter of GitLab's: the browser's storage does not keep or give what people said
 */
export type ProblemKind =
  | 'signed-out'
  | 'denied'
  | 'missing'
  | 'moved'
  | 'conflict'
  | 'invalid'
  | 'limited'
  | 'unavailable'
  | 'offline'
  | 'not-kept';

/** A failure as plain data: what happened and what to do next, both whole sentences, ready to be shown as text. */
export interface Problem {
  readonly kind: ProblemKind;
  /** GitLab's own words, or ours where GitLab said nothing readable. */
  readonly words: string;
  /** What the user can do about it. */
  readonly advice: string;
}
