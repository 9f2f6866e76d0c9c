/**
 * The name of a branch for a merge request: one that nobody has yet.
 *
 * @param at when its work was begun; date and time (ISO)
 */
export function newBranch(at: string): string {
  return `csm-checklist-${Date.parse(at)}`;
}
