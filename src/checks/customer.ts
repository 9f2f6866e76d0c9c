import type {Project} from '../gitlab/model.ts';
import {locateProject} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';

/** Words that name the kind of project rather than the customer. */
const projectWords = /\b(gitlab|customer|collaboration|project|template|poc|pov|proof of value|pre-?sales)\b/gi;

/** What is left of a project's name without the words that every collaboration project carries; '' where nothing is. */
export function customerInName(name: string): string {
  return name
    .replace(projectWords, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—_.:|/+]+|[\s\-–—_.:|/+]+$/g, '');
}

/**
 * The customer's name: that of the customer group, or, where the project lies in none, what its own name says. Undefined where
 * neither tells.
 */
export function customerName(project: Project, workspace: Workspace): string | undefined {
  const {kind} = locateProject(project.path, workspace);
  if (kind === 'customer-group' || kind === 'too-deep') return project.group.name;
  return customerInName(project.name) || undefined;
}

/** Letters and digits in lower case: names that differ only in case, blanks and punctuation are the same. */
export function comparable(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
