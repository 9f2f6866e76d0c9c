const page = 'https://handbook.gitlab.com/handbook/customer-success/csm/customer-collaboration-project/';

/** The address of a sentence in the handbook's page on collaboration projects: the browser scrolls to its words and marks them. */
export function handbookUrl(words: string): string {
  return `${page}#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
}
