import type {Member, User} from '../../gitlab/model.ts';
import type {FilledValues} from '../../placeholders/learned.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {commitMessage, type EditedFile, readmeFile, templateFiles} from '../files.ts';
import type {Store} from '../store.ts';
import type {FlowOf} from './flow.ts';
import {rowStep} from './row-step.ts';
import type {Step} from './run.ts';
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

/** The former CSM: one of these people by a username or a name that the README gives, or just that. */
export function formerOf(named: string, people: readonly Person[]): Former {
  const wanted = named.replace(/^@/, '').toLowerCase();
  const member = people.find(({name, username}) => username.toLowerCase() === wanted || name.toLowerCase() === wanted);
  if (member) return {name: member.name, username: member.username, mail: member.publicEmail};
  return named.startsWith('@')
    ? {name: undefined, username: named.slice(1), mail: undefined}
    : {name: named, username: undefined, mail: undefined};
}

/**
 * Every text of the files that names the former CSM, with what the new one's would be: name, username, mail, and what the user
 * gave the same placeholder before for this customer.
 */
export function namings(
  files: readonly EditedFile[],
  former: Former,
  user: User & {readonly mail?: string | undefined},
  history: FilledValues,
): Naming[] {
  const own = history.filter(({meaning}) => meaning === 'user-name').map(({value}) => value);
  const wanted: (Omit<Naming, 'lines'> | undefined)[] = [
    former.mail === undefined ? undefined : {what: 'mail', text: former.mail, proposal: user.mail ?? ''},
    former.username === undefined
      ? undefined
      : {what: 'username', text: `@${former.username}`, proposal: `@${user.username}`},
    former.name === undefined ? undefined : {what: 'name', text: former.name, proposal: user.name},
    ...own
      .filter(value => value !== user.name && value !== former.name)
      .map(value => ({what: 'value', text: value, proposal: user.name}) as const),
  ];
  return wanted.flatMap(naming => {
    if (naming === undefined || naming.text.trim() === '') return [];
    const pattern = wholeWord(naming.text);
    const lines = files.flatMap(({path, text}) =>
      text
        .split(/\r?\n|\r/)
        .flatMap((line, index) => (line.search(pattern) < 0 ? [] : [{path, line: index + 1, text: line}])),
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

/**
 * Everything that a plan asks for, in steps.
 *
 * @param checklist the project's, once it was read
 */
export function handoverSteps(plan: Plan, workspace: Workspace, checklist: () => Promise<Store>): Step[] {
  const wanted = plan.replacements.filter(([, to]) => to !== '');
  const row = {after: [], checklist};
  const steps: Step[] = [];
  if (wanted.length > 0) {
    steps.push({
      ...rowStep({
        ...row,
        id: 'files',
        row: 'readme',
        always: true,
        title: 'Write yourself into the README and the issue templates, in one commit',
        async changeOf({facts, sources}) {
          const {project} = facts.value;
          if (project?.state !== 'known' || project.value.defaultBranch === null) return undefined;
          const files = [...readmeFile(facts.value), ...templateFiles(facts.value)].flatMap(file => {
            const to = renamed(file.text, wanted);
            return to === file.text ? [] : [{path: file.path, to, lastCommitId: file.lastCommitId}];
          });
          if (files.length === 0) return undefined;
          const {id, defaultBranch} = project.value;
          const paths = files.map(({path}) => path);
          const what = {projectId: id, files, message: `Hand over to another CSM: ${commitMessage(paths, [])}`};
          const canPush = await sources.gitlab.canPush(id, defaultBranch).catch(() => true);
          return canPush
            ? {kind: 'commit', ...what, branch: defaultBranch}
            : {kind: 'merge-request', ...what, target: defaultBranch, source: `csm-checklist-${id}-handover`};
        },
      }),
    });
  }
  return [...steps, ...settingSteps(workspace, row)];
}
