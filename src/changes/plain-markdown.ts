/** What Markdown makes marks of inside a line, and what GitLab makes references, mentions, labels and formulas of. */
const mark = /[\\`*_{}[\]<>|#~!$%&^]|(?<!\w)@/g;

/**
 * A text as it is, inside of a line of Markdown on GitLab: `@all` tells nobody, `#3` is no issue. Line breaks become spaces; the
 * `@` in an address of mail is no mention and stays.
 */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(mark, '\\$&');
}
