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

/** What is wrong with a name for a new group, as a sentence; undefined where GitLab takes it. */
export function groupNameFault(name: string): string | undefined {
  if (name.trim() === '') return 'Enter the customer’s name.';
  if (!/^[\p{L}\p{N}\p{Extended_Pictographic}_]/u.test(name)) {
    return 'A group’s name starts with a letter, a digit, an emoji or “_”.';
  }
  if (
    /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Join_Control}\p{Variation_Selector}_.()\- ]/u.test(
      name,
    )
  ) {
    return 'A group’s name takes only letters, digits, emoji, “_”, “.”, dashes, blanks and parentheses.';
  }
  if (name.length > 255) return 'A group’s name has at most 255 characters.';
  return undefined;
}
