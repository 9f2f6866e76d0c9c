/** Characters of an address for an email program: with more, some of them cut it off or open nothing. */
const longestMail = 2_000;
/** Characters of the address of GitLab's page for a new issue: with more, its server can refuse it. */
const longestIssue = 6_000;

/** An email's address, without anything that could end it or begin a further field. */
const encodedMail = (mail: string) => encodeURIComponent(mail).replace('%40', '@');

/**
 * The address that begins an email in the user's own program.
 *
 * @returns undefined where it would be too long
 */
export function mailAddress(mails: readonly string[], subject: string, text: string): string | undefined {
  // Lines end so in an email; source: RFC 6068.
  const body = encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
  const address = `mailto:${mails.map(encodedMail).join(',')}?subject=${encodeURIComponent(subject)}&body=${body}`;
  return address.length > longestMail ? undefined : address;
}

/**
 * The address of GitLab's page for a new issue, filled in: nothing is written before the user does it there.
 *
 * @param project address of its page
 * @param usernames whom the issue mentions
 * @returns undefined where it would be too long
 */
export function newIssueAddress(
  project: string,
  title: string,
  usernames: readonly string[],
  text: string,
): string | undefined {
  const mentions = usernames.map(username => `@${username}`).join(' ');
  const description = [mentions, text].filter(Boolean).join('\n\n');
  const query = `issue[title]=${encodeURIComponent(title)}&issue[description]=${encodeURIComponent(description)}`;
  const address = `${project}/-/issues/new?${query}`;
  return address.length > longestIssue ? undefined : address;
}
