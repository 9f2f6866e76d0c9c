import type {Journal} from '../changes/journal.ts';
import {plainMarkdown} from '../changes/plain-markdown.ts';
import type {Row} from '../checklist/row.ts';
import {verdictWords} from '../checklist/verdict-words.ts';
import {isRight} from '../customer/checks/check.ts';
import type {Invitation, Issue, Member, Project} from '../gitlab/model/model.ts';
import {roleNames} from '../gitlab/model/model.ts';

/** What a handover report tells. Lists that could not be read are undefined. */
export interface ReportFacts {
  readonly project: Project;
  readonly rows: readonly Row[];
  readonly members: readonly Member[] | undefined;
  readonly invitations: readonly Invitation[] | undefined;
  readonly issues: readonly Issue[] | undefined;
  readonly journal: Journal;
  /** Date (ISO). */
  readonly today: string;
}

function list<T>(items: readonly T[] | undefined, write: (item: T) => string, none: string): string[] {
  if (items === undefined) return ['Not known: GitLab did not tell.'];
  return items.length === 0 ? [none] : items.map(item => `- ${write(item)}`);
}

/** The state of a customer project as Markdown, for whoever takes it over. */
export function handoverReport({project, rows, members, invitations, issues, journal, today}: ReportFacts): string {
  const role = (level: number) => roleNames[level] ?? String(level);
  return [
    `# Handover of ${plainMarkdown(project.name)}`,
    '',
    `${project.webUrl}, as of ${today}`,
    '',
    '## Checklist',
    '',
    ...rows.map(({check, finding}) => {
      const isDone = isRight(finding?.verdict);
      const words = finding === undefined ? 'Not known' : verdictWords[finding.verdict];
      return `- [${isDone ? 'x' : ' '}] ${plainMarkdown(check.title)} (${words}): ${plainMarkdown(finding?.evidence ?? '')}`;
    }),
    '',
    '## Direct members',
    '',
    ...list(
      members,
      ({name, username, accessLevel}) => `${plainMarkdown(name)} (\`@${username}\`), ${role(accessLevel)}`,
      'Nobody.',
    ),
    ...(invitations ?? []).map(({email, accessLevel}) => `- ${plainMarkdown(email)}, invited as ${role(accessLevel)}`),
    '',
    '## Open issues',
    '',
    ...list(issues, ({iid, title, webUrl}) => `[${iid}](${webUrl}) ${plainMarkdown(title)}`, 'None.'),
    '',
    '## Changed with CSM Checklist',
    '',
    ...list(
      journal.filter(({undone}) => !undone),
      ({at, by, what}) => `${at.slice(0, 10)}, ${plainMarkdown(by)}: ${plainMarkdown(what)}`,
      'Nothing from this browser.',
    ),
    '',
  ].join('\n');
}
