/** What GitLab takes in the name of a project beside letters, digits, emoji and signs. Source: GitLab's `regex.rb`. */
const notInProjectNames = /[^\p{L}\p{M}\p{N}\p{Pd}\u{A9}-\u{1F9FF}_.+ ]/gu;

/** What a project's name cannot begin with. */
const notAtStart = /^[^\p{L}\p{M}\p{N}\u{A9}-\u{1F9FF}_]+/u;

/** A text without what GitLab does not take in a project's name; '' where nothing is left. */
export function projectNameOf(text: string): string {
  return text.replace(notInProjectNames, ' ').replace(/\s+/g, ' ').replace(notAtStart, '').trim();
}

/** GitLab's longest name of a project or a group, in characters. */
export const longestName = 255;

/**
 * A name without what GitLab adds to it, as to the path, when a project or group is scheduled for deletion. Source: GitLab's
 * `mark_for_deletion_base_service.rb`.
 */
export function withoutDeletion(name: string): string {
  return name.replace(/-deletion_scheduled-\d+$/, '');
}

/** Whether a full path is of something that is scheduled for deletion, or that lies in such a group. */
export function isDoomed(path: string): boolean {
  return /-deletion_scheduled-\d+(?:\/|$)/.test(path);
}
