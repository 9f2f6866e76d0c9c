import type {Journal} from '../changes/journal.ts';
import {whatWasMade} from '../changes/made-words.ts';
import {plainMarkdown} from '../changes/plain-markdown.ts';
import type {Row} from '../checklist/row.ts';
import {verdictWords} from '../checklist/verdict-words.ts';
import {isRight, titleOf} from '../customer/checks/check.ts';
import type {Invitation, Issue, Member, Project} from '../gitlab/model/model.ts';
import {day} from '../texts/dates.ts';
import {flowsTexts} from '../texts/flows.ts';
import {roleName} from '../texts/gitlab.ts';
import {say} from '../texts/say.ts';

/** What a handover report tells: of the rows, those that the playbook counts. Lists that could not be read are undefined. */
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
  if (items === undefined) return [flowsTexts.reportNotTold];
  return items.length === 0 ? [none] : items.map(item => `- ${write(item)}`);
}

/** The state of a customer project as Markdown, for whoever takes it over. */
export function handoverReport({project, rows, members, invitations, issues, journal, today}: ReportFacts): string {
  const counted = rows.filter(({isInPlaybook}) => isInPlaybook);
  const titles = new Map(rows.map(({check: {id, failureTitle}}) => [id, failureTitle]));
  return [
    `# ${flowsTexts.reportTitle(plainMarkdown(project.name))}`,
    '',
    flowsTexts.reportDay(project.webUrl, today),
    '',
    `## ${flowsTexts.reportChecklist}`,
    '',
    ...counted.map(({check, finding}) => {
      const isDone = isRight(finding?.verdict);
      const words = finding === undefined ? flowsTexts.reportNotKnown : verdictWords[finding.verdict];
      const evidence = finding === undefined ? '' : `: ${plainMarkdown(say(finding.evidence))}`;
      return `- [${isDone ? 'x' : ' '}] ${plainMarkdown(titleOf(check, finding?.verdict))} (${words})${evidence}`;
    }),
    '',
    `## ${flowsTexts.reportMembers}`,
    '',
    ...list(
      members,
      ({name, username, accessLevel}) => `${plainMarkdown(name)} (\`@${username}\`), ${roleName(accessLevel)}`,
      flowsTexts.reportNoMembers,
    ),
    ...(invitations ?? []).map(
      ({email, accessLevel}) => `- ${flowsTexts.reportInvited(plainMarkdown(email), roleName(accessLevel))}`,
    ),
    '',
    `## ${flowsTexts.reportIssues}`,
    '',
    ...list(issues, ({iid, title, webUrl}) => `[${iid}](${webUrl}) ${plainMarkdown(title)}`, flowsTexts.reportNoIssues),
    '',
    `## ${flowsTexts.reportChanges}`,
    '',
    ...list(
      journal.filter(({undone}) => !undone),
      ({at, by, what, check}) =>
        `${day(at)}, ${plainMarkdown(by)}: ${plainMarkdown(whatWasMade(what, titles.get(check)))}`,
      flowsTexts.reportNoChanges,
    ),
    '',
  ].join('\n');
}
