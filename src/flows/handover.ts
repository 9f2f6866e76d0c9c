import {mayPush} from '../apply/may-push.ts';
import type {Checklist} from '../checklist/checklist.ts';
import {typedOf} from '../checklist/filling.ts';
import {comparable} from '../customer/checks/customer.ts';
import {changedLines} from '../customer/filling/changed-lines.ts';
import {
  commitMessage,
  type EditedFile,
  type Field,
  fieldsOf,
  handoverMessage,
  readmeFiles,
  rulesOf,
  templateFiles,
} from '../customer/filling/files.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Member, User} from '../gitlab/model/model.ts';
import {type FilledValues, fillPlaceholders, meaningOf} from '../placeholders/index.ts';
import {flowsTexts} from '../texts/flows.ts';
import type {Workspace} from '../workspace/workspace.ts';
import type {FilledBefore} from './filled-before.ts';
import type {FlowOf, SeenFiles} from './flow.ts';
import {rowStep} from './row-step.ts';
import {type Step, UnseenLines} from './run.ts';
import {settingSteps} from './setting-steps.ts';

type Plan = FlowOf<'from-another-csm'>['plan'];

/** A text of the files that names the former CSM. */
export interface Naming {
  readonly text: string;
  /** What could stand there instead. */
  readonly proposal: string;
  /** What it is. */
  readonly what: 'name' | 'username' | 'mail' | 'value';
  /** Each line that it stands in, with the file's path. */
  readonly lines: readonly {readonly path: string; readonly line: number; readonly text: string}[];
}

/** Who the former CSM is, as far as that is known. */
export interface Former {
  readonly name: string | undefined;
  readonly username: string | undefined;
  readonly mail: string | undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A whole word, whatever its letters: `Robin` not in `Robinson`, `@robin` not in `@robin.s`. */
function wholeWord(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_@.-])${escaped(text)}(?![\\p{L}\\p{N}_@]|[.-][\\p{L}\\p{N}])`, 'giu');
}

/** Somebody who could be the former CSM. */
type Person = Pick<Member, 'name' | 'username'> & Partial<Pick<Member, 'publicEmail'>>;

/** A word, and with a host's name behind it a mail: what is none is gone over once. */
const wordOrMail = /[\p{L}\p{N}_.+-]+(?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?/gu;

/** The mails in a text, in their order. */
function mailsIn(text: string): string[] {
  return text.match(wordOrMail)?.filter(word => word.includes('@')) ?? [];
}

/** The former CSM: one of these people by a username, a name or a mail that the README gives, or just that. */
export function formerOf(named: string, people: readonly Person[]): Former {
  const wanted = named.replace(/^@/, '').toLowerCase();
  const member = people.find(({name, username, publicEmail}) =>
    [username, name, publicEmail].some(known => known?.toLowerCase() === wanted),
  );
  if (member) return {name: member.name, username: member.username, mail: member.publicEmail || undefined};
  if (named.startsWith('@')) return {name: undefined, username: named.slice(1), mail: undefined};
  return mailsIn(named)[0] === named
    ? {name: undefined, username: undefined, mail: named}
    : {name: named, username: undefined, mail: undefined};
}

/** What comes before the `@` of a mail that is made of a person's name or username, letters and digits only. */
function localParts({name, username}: Former): ReadonlySet<string> {
  const plain = (text: string) => comparable(text);
  const words = (name ?? '').split(/\s+/).map(plain).filter(Boolean);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const ofName =
    words.length > 1 ? [first + last, first.slice(0, 1) + last, last + first, first + last.slice(0, 1)] : [];
  return new Set([...ofName, ...(username === undefined ? [] : [plain(username)])].filter(Boolean));
}

/** Mails of the files that are the former CSM's: the one that GitLab tells, and those made of the name. */
function mailsOf(files: readonly EditedFile[], former: Former): string[] {
  const parts = localParts(former);
  const found = files.flatMap(({text}) => mailsIn(text));
  const own = found.filter(
    address =>
      address.toLowerCase() === former.mail?.toLowerCase() || parts.has(comparable(address.split('@')[0] ?? '')),
  );
  return [...new Set(own)];
}

/** What the new CSM has instead. */
export interface Successor extends User {
  readonly mail: string | undefined;
  /** What is proposed for a placeholder of the template, by the text between its brackets. */
  readonly valueFor: (placeholder: string) => string | undefined;
}

/** Placeholders of the template that are about the CSM, not about the customer. */
function isAboutCsm(placeholder: string): boolean {
  return (
    ['user-name', 'username'].includes(meaningOf(placeholder)) ||
    /\b(csms?|tams?|customer success|account manager|your|my)\b/i.test(placeholder)
  );
}

/**
 * Every text of the files that names the former CSM, with what the new one's would be: name, username, mail, what the template's
 * placeholders about the CSM were filled with, and what the user gave such a placeholder before.
 *
 * @param filled what stands where the template has placeholders
 */
export function namings(
  files: readonly EditedFile[],
  former: Former,
  successor: Successor,
  filled: readonly FilledBefore[],
  history: FilledValues,
): Naming[] {
  const own = history.filter(({meaning}) => meaning === 'user-name').map(({value}) => value);
  const wanted: Omit<Naming, 'lines'>[] = [
    ...mailsOf(files, former).map(text => ({what: 'mail', text, proposal: successor.mail ?? ''}) as const),
    ...(former.username === undefined
      ? []
      : [{what: 'username', text: `@${former.username}`, proposal: `@${successor.username}`} as const]),
    ...(former.name === undefined ? [] : [{what: 'name', text: former.name, proposal: successor.name} as const]),
    ...filled
      .filter(({placeholder}) => isAboutCsm(placeholder))
      .map(({placeholder, value}) => ({
        what: 'value' as const,
        text: value,
        proposal: successor.valueFor(placeholder) ?? '',
      })),
    ...own.map(value => ({what: 'value', text: value, proposal: successor.name}) as const),
  ];
  const isNew = ({text}: Omit<Naming, 'lines'>, index: number) =>
    wanted.findIndex(other => other.text.toLowerCase() === text.toLowerCase()) === index;
  const isOwn = ({text, proposal}: Omit<Naming, 'lines'>) =>
    text === proposal || text === successor.name || text === successor.mail;
  return wanted.flatMap((naming, index) => {
    if (naming.text.trim() === '' || !isNew(naming, index) || isOwn(naming)) return [];
    const pattern = wholeWord(naming.text);
    const lines = files.flatMap(({path, text}) =>
      text
        .split(/\r?\n|\r/)
        .flatMap((line, number) => (line.search(pattern) < 0 ? [] : [{path, line: number + 1, text: line}])),
    );
    return lines.length > 0 ? [{...naming, lines}] : [];
  });
}

/** A text with each named text replaced; longer ones first, and nothing twice. */
export function renamed(text: string, replacements: readonly (readonly [string, string])[]): string {
  const wanted = replacements.filter(([from, to]) => from !== '' && to !== '' && from !== to);
  if (wanted.length === 0) return text;
  const sorted = [...wanted].sort(([one], [other]) => other.length - one.length);
  const pattern = new RegExp(sorted.map(([from]) => wholeWord(from).source).join('|'), 'giu');
  const values = new Map(sorted.map(([from, to]) => [from.toLowerCase(), to]));
  return text.replace(pattern, found => values.get(found.toLowerCase()) ?? found);
}

/** A file that a handover changes. */
interface RenamedFile extends EditedFile {
  /** Its new text. */
  readonly to: string;
}

type FileFacts = Pick<FactSheet, 'readme' | 'issueTemplates' | 'brackets'>;
/** What a handover writes into files: other names, and values for the placeholders that are left. */
type Writing = Pick<Plan, 'replacements' | 'values'>;

/** The placeholders that a handover leaves in the files, each with its places. */
export function fieldsLeft(facts: FileFacts, {replacements}: Pick<Writing, 'replacements'>): Field[] {
  const files = [...readmeFiles(facts), ...templateFiles(facts)];
  return fieldsOf(
    files.map(file => ({...file, text: renamed(file.text, replacements)})),
    rulesOf(facts),
  );
}

/** The files in which something is replaced or filled in. */
export function renamedFiles(facts: FileFacts, {replacements, values = []}: Writing): RenamedFile[] {
  const rules = rulesOf(facts);
  const given = new Map(values.filter(([, value]) => value !== ''));
  return [...readmeFiles(facts), ...templateFiles(facts)].flatMap(file => {
    const text = renamed(file.text, replacements);
    const to = given.size === 0 ? text : fillPlaceholders(text, given, {path: file.path, rules});
    return to === file.text ? [] : [{...file, to}];
  });
}

/** What the commit says unless the user wants it otherwise. @param files those that it changes; @param filled how many placeholders */
export function proposedMessage(files: readonly RenamedFile[], {replacements}: Writing, filled: number): string {
  const isRenamed = files.some(({text}) => renamed(text, replacements) !== text);
  return filled === 0 || isRenamed ? handoverMessage(files) : commitMessage(files, filled);
}

/** Whether a placeholder has a value, for all of its places or for one. */
export const isGiven =
  (values: Plan['values'] = []) =>
  ({key}: Pick<Field, 'key'>): boolean =>
    values.some(([name, value]) => value !== '' && (name === key || name.startsWith(`${key}\n`)));

/** The lines that a handover changes. */
export const linesOf = (files: readonly RenamedFile[]) =>
  files.flatMap(({path, text, to}) => changedLines(text, to).map(line => ({path, ...line})));

/** Which files were shown, and at which commit each. */
export const seenIn = (files: readonly RenamedFile[]): SeenFiles =>
  files.map(({path, lastCommitId}) => [path, lastCommitId ?? '']);

/**
 * Everything that a plan asks for, in steps.
 *
 * @param read resolves to the project's checklist, once it was read
 * @param branch the name of the branch that is made where the user may not push; the same for each try
 */
export function handoverSteps(
  plan: Plan,
  workspace: Workspace,
  read: () => Promise<Checklist>,
  branch: string,
): Step[] {
  const isRenamed = plan.replacements.some(([, to]) => to !== '');
  const isFilled = (plan.values ?? []).some(([, value]) => value !== '');
  const row = {after: [], checklist: read};
  const steps: Step[] = [];
  if (isRenamed || isFilled) {
    steps.push({
      ...rowStep({
        ...row,
        id: 'files',
        row: 'readme',
        always: true,
        title: isFilled ? flowsTexts.updateFiles : flowsTexts.writeYourselfIn,
        own: {
          restsOn: ['project', 'readme', 'issueTemplates', 'brackets', 'record'],
          async changeOf({project, record, ...facts}, checklist) {
            const {sources} = checklist;
            const {id, defaultBranch} = project.value;
            // There is no file, or it was done already and waits to be merged.
            if (defaultBranch === null || record.value.waiting !== undefined) return undefined;
            const found = renamedFiles(facts, plan);
            if (found.length === 0) return undefined;
            const seen = new Set(plan.seen?.map(([path, commitId]) => `${path}\n${commitId}`));
            if (seenIn(found).some(([path, commitId]) => !seen.has(`${path}\n${commitId}`))) throw new UnseenLines();
            const files = found.map(({path, to, lastCommitId}) => ({path, to, lastCommitId}));
            const filled = fieldsLeft(facts, plan).filter(isGiven(plan.values));
            const message = plan.commit?.message ?? proposedMessage(found, plan, filled.length);
            const what = {projectId: id, files, message};
            const values = new Map(plan.values);
            const aliases = facts.brackets.value.aliases ?? workspace.placeholderAliases;
            await typedOf(checklist).learn(
              new Set(),
              filled.map(({key, text}) => ({meaning: meaningOf(text, aliases), value: values.get(key) ?? ''})),
            );
            return (await mayPush(sources.gitlab, project.value))
              ? {kind: 'commit', ...what, branch: defaultBranch}
              : {kind: 'merge-request', ...what, target: defaultBranch, source: plan.commit?.branch ?? branch};
          },
        },
      }),
      rows: ['readme', 'issue-templates'],
    });
  }
  return [...steps, ...settingSteps(workspace, row)];
}
