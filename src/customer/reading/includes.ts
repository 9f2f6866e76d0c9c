/** What stands for another file's text in a Markdown file of a repository. Source: GitLab's `include_filter.rb`. */
const include = /^::include\{file=(.{1,1024})\}(?=\r?\n|\r|$)/gm;

/** As many as GitLab follows unless its administrator says otherwise; it leaves the rest as it stands. */
const most = 32;

/** The files that a Markdown text includes, as it names them, each once. */
export function includesIn(text: string): string[] {
  const names = [...text.matchAll(include)].slice(0, most).map(([, name = '']) => name);
  return [...new Set(names)];
}

/**
 * The path of an included file in the repository, from that of the file which includes it; undefined where it leads out of the
 * repository, or to another site.
 */
export function pathOfInclude(name: string, from: string): string | undefined {
  if (/^(https?:)?\//i.test(name)) return undefined;
  const parts: string[] = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/** Whether an included file lies on another site. */
export function isElsewhere(name: string): boolean {
  return /^https?:\/\//i.test(name);
}
