/** GitLab's names of its roles, by its numbers. */
const roles: Readonly<Record<number, string>> = {
  0: 'No access',
  5: 'Minimal Access',
  10: 'Guest',
  15: 'Planner',
  20: 'Reporter',
  25: 'Security Manager',
  30: 'Developer',
  40: 'Maintainer',
  50: 'Owner',
};

/** Those of them that a person is: “a Developer”. Minimal Access is had. */
const namesOfPeople = new Set(['Guest', 'Planner', 'Reporter', 'Security Manager', 'Developer', 'Maintainer', 'Owner']);

/** A role by GitLab's number of it. */
export function roleName(level: number): string {
  return roles[level] ?? `access level ${level}`;
}

/** The same of several people: “Developers”. */
export function rolesName(level: number): string {
  const name = roleName(level);
  return namesOfPeople.has(name) ? `${name}s` : name;
}

/** The reader's own role, as a sentence. @param role its name, as `roleName` gives it */
export function youAre(role: string): string {
  if (role === roles[0]) return 'You’re not a member.';
  if (!namesOfPeople.has(role)) return `You have ${role}.`;
  return `You’re ${role === 'Owner' ? 'an' : 'a'} ${role}.`;
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

  'signed-out': 'You’re signed out of GitLab.',
  'signed-out advice': 'Sign in to GitLab again, then reload this page.',
  'other-user': 'Someone else is signed in to GitLab now.',
  'other-user advice': 'Reload this page to continue as that user.',
  otherUserNamed: (now: string, page: string) => `You’re signed in as ${now} now. This page was loaded for ${page}.`,
  stale: 'You signed in again after this page was loaded.',
  'stale advice': 'Nothing was changed. Reload this page, then try again.',
  barred: 'GitLab didn’t let the request through: a browser check, a sign-in or a block is in the way.',
  'barred advice': 'Reload this page to see what GitLab asks for, then try again.',
  denied: 'Your role doesn’t allow this.',
  'denied advice': 'Ask someone with a higher role to do it, or to change your role.',
  missing: 'Not found: GitLab doesn’t have this, or doesn’t show it to you.',
  'missing advice': 'Check that it still exists and that you’re a member.',
  moved: 'The project was moved to another address.',
  'moved advice': 'Reload this page to open the new address.',
  conflict: 'Someone else changed this at the same time.',
  'conflict advice': 'Nothing was overwritten. Check what’s there now, then try again.',
  taken: 'This name or path is already taken.',
  'taken advice': 'Nothing was changed. Choose another one, or rename the existing one.',
  visibility: 'A group must be at least as visible as everything in it.',
  'visibility advice': 'Nothing was changed. Change the visibility of what GitLab names first, then try again.',
  invalid: 'GitLab didn’t accept the request.',
  'invalid advice': 'Check in GitLab what prevents it, then try again.',
  correctValue: 'Correct the value and try again.',
  rule: 'A push rule of the project rejects this commit.',
  'rule advice': 'Nothing was changed. Edit the commit message to follow the rule, then try again.',
  limited: 'You reached GitLab’s rate limit.',
  'limited advice': 'Wait a minute, then try again.',
  paused: 'GitLab isn’t accepting your requests for a while.',
  'paused advice': 'Wait until then, and try again.',
  pausedUntil: (time: string) => `GitLab limits requests, so nothing more is sent until ${time}.`,
  busy: 'GitLab is busy with another change here.',
  'busy advice': 'Nothing was changed. Try again in a moment.',
  running: 'GitLab is still working on it.',
  'running advice': 'It continues by itself. Reload this page in a few minutes.',
  'read-only': 'GitLab doesn’t accept changes at the moment.',
  'read-only advice': 'Nothing was changed. Try again later.',
  unavailable: 'GitLab can’t answer right now.',
  'unavailable advice': 'Try again in a moment.',
  offline: 'Couldn’t reach GitLab.',
  'offline advice': 'Check your connection, then try again.',
  'not-kept advice': 'Check the browser’s settings for extensions and sync, then try again.',

  /** @param own what it means; @param words GitLab's own */
  saysSo: (own: string, words: string) => `${own} GitLab says: ${ended(words)}`,
  refusesQuery: (words: string) => `GitLab rejected the query. ${words}`.trim(),
  notJson: 'Couldn’t read GitLab’s response.',
  notUnderstood: 'GitLab’s response has an unexpected format.',
  onlyPart: 'GitLab returned only part of the list.',
  aborted: 'Stopped.',
  'aborted advice': 'Select “Refresh” to continue.',
  timedOut: 'GitLab didn’t respond in time.',
  noPicture: 'GitLab’s response isn’t an image.',
  pictureElsewhere: 'The logo is on another host and can’t be read from here.',
  notSubscribed: 'GitLab reported no error, but you’re still not subscribed.',
  /** @param why the last try of several was refused, as one or more sentences */
  mayBeDone: (why: string) => `${why} GitLab didn’t respond to an earlier try, so the change may have been made.`,
  'mayBeDone advice': 'Reload this page to check, then try again.',
  // Of a change that did not work, by what a look at it told.
  'unavailable advice after look': 'Nothing was changed. Try again in a moment.',
  'offline advice after look': 'Nothing was changed. Check your connection, then try again.',
  'unseen advice': 'The change may have been made. Refresh to check.',
  fileNotThere: 'The file doesn’t exist.',
  /** Of many customers that were asked for at once. */
  toldOfNone: 'GitLab returned none of them.',
  notLoaded: 'Couldn’t load part of the extension.',
  'notLoaded advice': 'Reload this page.',
  unexpected: 'Something unexpected happened in the extension.',
};
