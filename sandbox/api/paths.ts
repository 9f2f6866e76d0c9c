/** Letters and digits, with single `.`, `_` or `-` between them (`regex.rb`); older paths may look otherwise. */
const rule = /^[a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*(?<!\.git|\.atom)$/;

/** What GitLab says of a path that a group or project is to get; undefined where it takes it. */
export function pathFault(path: string): string | undefined {
  if (rule.test(path)) return undefined;
  return "can only include non-accented letters, digits, '_', '-' and '.'. It must not start with '-', '_', or '.', nor end with '-', '_', '.', '.git', or '.atom'.";
}
