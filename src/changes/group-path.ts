/** The path that GitLab would propose for a group of this name: letters, digits, `_`, `-` and `.`; '' where nothing is left. */
export function groupPathOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replace(/\.(git|atom)$/, '');
}

/** Words that end a project's path in GitLab's addresses: no group or project is called so. Source: GitLab's `path_regex.rb`. */
const reserved = new Set(
  'badges blame blob builds commits create create_dir edit files find_file new preview raw refs tree update wikis'.split(
    ' ',
  ),
);

/** What is wrong with a path for a new group, as a sentence; undefined where GitLab takes it. */
export function groupPathFault(path: string): string | undefined {
  if (path === '') return 'Enter a path for the customer’s group.';
  if (!/^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/.test(path)) {
    return 'A path takes only letters without accents, digits, “_”, “-” and “.”, and does not start with “-”.';
  }
  if (/(\.|\.git|\.atom)$/i.test(path)) return 'A path does not end in “.”, “.git” or “.atom”.';
  if (path.length > 255) return 'A path has at most 255 characters.';
  if (reserved.has(path.toLowerCase())) return `GitLab keeps the path “${path}” for itself. Choose another one.`;
  return undefined;
}
