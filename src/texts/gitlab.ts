/** GitLab's names of its roles, by its numbers. */
const roles: Readonly<Record<number, string>> = {
  5: 'Minimal Access',
  10: 'Guest',
  15: 'Planner',
  20: 'Reporter',
  25: 'Security Manager',
  30: 'Developer',
  40: 'Maintainer',
  50: 'Owner',
};

/** A role by GitLab's number of it. */
export function roleName(level: number): string {
  return roles[level] ?? `access level ${level}`;
}

/** A sentence of GitLab's, ended as one. */
function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What is told of GitLab's answers: what happened by its kind (`…`), and what to do about it (`… advice`). */
export const gitlabTexts = {
  // GitLab's names of its notification levels.
  'level disabled': 'Disabled',
  'level participating': 'Participate',
  'level watch': 'Watch',
  'level global': 'Global',
  'level mention': 'On mention',
  'level custom': 'Custom, without new issues',
  'level custom with new issues': 'Custom, with new issues',

  'signed-out': 'You are signed out of GitLab.',
  'signed-out advice': 'Sign in to GitLab again, then reload this page.',
  'other-user': 'Somebody else is signed in to GitLab now.',
  'other-user advice': 'Reload this page to go on as that user.',
  otherUserNamed: (now: string, page: string) => `You are signed in as ${now} now; this page was made for ${page}.`,
  stale: 'You signed in again after this page was loaded.',
  'stale advice': 'Nothing was changed. Reload this page, then try again.',
  barred: 'GitLab didn’t let the request through: a browser check, a sign-in or a block is in the way.',
  'barred advice': 'Reload this page to see what it asks for, then try again.',
  denied: 'Your role does not allow this.',
  'denied advice': 'Ask somebody with a higher role in the group to do it, or to give you that role.',
  missing: 'GitLab does not find it, or does not show it to you.',
  'missing advice': 'Check that it still exists and that you are a member.',
  moved: 'The project was moved to another address.',
  'moved advice': 'Reload this page to get to its new address.',
  conflict: 'Somebody else changed it at the same time.',
  'conflict advice': 'Nothing was overwritten. Look at what is there now and try again.',
  taken: 'This name or path is taken.',
  'taken advice': 'Nothing was changed. Choose another one, or rename what is there.',
  visibility: 'A group has to be as visible as all that is in it.',
  'visibility advice': 'Nothing was changed. Change the visibility of what GitLab names first, then try again.',
  invalid: 'GitLab did not accept the request.',
  'invalid advice': 'Look in GitLab at what stands in the way, then try again.',
  correctValue: 'Correct the value and try again.',
  rule: 'A push rule of the project refuses this commit.',
  'rule advice': 'Nothing was changed. Edit the commit message as the rule asks, then try again.',
  limited: 'GitLab limits how many requests you can send, and the limit is reached.',
  'limited advice': 'Wait a minute, then try again.',
  paused: 'GitLab takes no more requests from you for a while.',
  'paused advice': 'Try again then.',
  pausedUntil: (time: string) => `${gitlabTexts.paused} It asks to wait until ${time}.`,
  busy: 'GitLab was busy with another change here.',
  'busy advice': 'Nothing was changed. Try again in a moment.',
  running: 'GitLab is still at work on it.',
  'running advice': 'It goes on by itself. Reload this page in a few minutes.',
  'read-only': 'GitLab doesn’t accept changes at the moment.',
  'read-only advice': 'Nothing was changed. Try again later.',
  unavailable: 'GitLab cannot answer at the moment.',
  'unavailable advice': 'Try again in a moment.',
  offline: 'GitLab cannot be reached.',
  'offline advice': 'Check your connection, then try again.',
  'not-kept advice': 'Look at the browser’s settings for extensions and sync, then try again.',

  /** @param own what it means; @param words GitLab's own */
  saysSo: (own: string, words: string) => `${own} GitLab says: ${ended(words)}`,
  refusesQuery: (words: string) => `GitLab refuses the query. ${words}`.trim(),
  notJson: 'GitLab answered with something that is no data.',
  notUnderstood: 'GitLab answered in a form that is not understood.',
  onlyPart: 'GitLab gave only a part of the list.',
  aborted: 'It was stopped before GitLab answered.',
  timedOut: 'GitLab did not answer in time.',
  noPicture: 'GitLab answered with something that is no picture.',
  pictureElsewhere: 'The picture lies on another host and cannot be read from here.',
  notSubscribed: 'GitLab answered without an error, but you are still not subscribed.',
  /** @param why the last try of several was refused, as one or more sentences */
  mayBeDone: (why: string) => `${why} An earlier try got no answer, so it may have been done all the same.`,
  'mayBeDone advice': 'Reload this page to see what is so, then try again.',
  fileNotThere: 'The file is not there.',
  /** Of many customers that were asked for at once. */
  toldOfNone: 'It told of none of them.',
  notLoaded: 'Part of the extension could not be loaded.',
  'notLoaded advice': 'Reload this page.',
  unexpected: 'Something unexpected happened in the extension.',
};
