import {judging} from '../../src/checklist/judge.ts';
import type {Check, Finding, Verdict} from '../../src/customer/checks/check.ts';
import {groupChecks, projectChecks} from '../../src/customer/checks/index.ts';
import {endOfReading, gatherGroup, gatherProject, type Sources} from '../../src/customer/reading/gather.ts';
import {createPageDoor} from '../../src/customer/reading/page-door.ts';
import type {CustomerResult} from '../../src/customers/result.ts';
import {scan} from '../../src/customers/scan.ts';
import type {FactName, FactSheet, GroupFacts, ProjectFacts} from '../../src/facts/facts.ts';
import type {Notebook} from '../../src/facts/record.ts';
import {createDetailsReader} from '../../src/gitlab/batch/details.ts';
import {createWaitingReader} from '../../src/gitlab/batch/waiting.ts';
import {GitLabError} from '../../src/gitlab/errors.ts';
import {createGitLab} from '../../src/gitlab/gitlab.ts';
import {say} from '../../src/texts/say.ts';
import {defaultWorkspace as workspace} from '../../src/workspace/workspace.ts';
import type {Case} from './cases.ts';
import type {Asked, Reply, Twist} from './wire.ts';

/** What a row said at the end of a run. */
interface Seen {
  readonly verdict: Verdict;
  readonly evidence: string;
}

/** A run: what each row said, by the customer's path and the check's id, and what is a fault whatever was answered. */
export interface Observed {
  readonly rows: ReadonlyMap<string, Seen>;
  readonly faults: readonly string[];
  /** The patterns of its requests. */
  readonly asked: ReadonlySet<string>;
}

type Judged = Omit<Observed, 'asked'>;

/** How a run differs from the usual one. */
export interface Run extends Twist {
  readonly notebook?: Partial<Notebook>;
  readonly onAsked?: (asked: Asked, usual: Reply) => void;
}

const seenOf = ({verdict, evidence}: Pick<Finding, 'verdict' | 'evidence'>): Seen => ({
  verdict,
  evidence: say(evidence),
});

const rowKey = (path: string, check: string) => `${path} ${check}`;

function sourcesOf(mutated: Case, run: Run) {
  const {wire, username, isNamed, notebook} = mutated;
  const {id, name} = wire.world.user(username);
  const transport = wire.transport(username, run, run.onAsked);
  const sources: Sources = {
    gitlab: createGitLab(workspace.host, transport),
    notebook: {...notebook, ...run.notebook},
    today: () => '2026-11-20',
    workspace,
    pageUser: isNamed ? {id, name, username} : undefined,
    pause: () => new Promise<never>(() => undefined),
  };
  return {sources, transport};
}

/** Reads a page and judges it, as the panel does. */
async function observePage(mutated: Case, run: Run, checks: readonly Check[]): Promise<Judged> {
  const {kind, path} = mutated;
  const {sources} = sourcesOf(mutated, run);
  const names: ReadonlySet<FactName> = new Set<FactName>([...checks.flatMap(({facts}) => facts), 'role', 'user']);
  const door = mutated.isAtOnce ? createPageDoor(path, sources, false) : undefined;
  const from = door ? {...sources, gitlab: door.gitlab} : sources;
  const gathering: Record<string, Promise<unknown> | undefined> =
    kind === 'group'
      ? gatherGroup(path, sources, names as ReadonlySet<keyof GroupFacts>)
      : gatherProject(path, from, new Set([...names, 'record'] as (keyof ProjectFacts)[]));
  door?.send();
  const read: FactSheet = Object.fromEntries(
    await Promise.all(Object.entries(gathering).map(async ([name, reading]) => [name, await reading] as const)),
  );
  const problem = door?.askedLater() === false ? undefined : await endOfReading(sources, read);
  const facts: FactSheet =
    problem === undefined
      ? read
      : Object.fromEntries(Object.keys(read).map(name => [name, {state: 'failed', problem}] as const));
  const rows = new Map<string, Seen>();
  const faults: string[] = [];
  for (const check of checks) {
    const finding = judging(check, workspace)(facts);
    if (finding === undefined) faults.push(`${check.id} has no finding`);
    else rows.set(rowKey(path, check.id), seenOf(finding));
  }
  return {rows, faults};
}

/** Reads all customers, as they are shown at the end, or when it could not go on. */
async function observeScan(mutated: Case, run: Run): Promise<Judged> {
  const {sources, transport} = sourcesOf(mutated, run);
  let shown = new Map<number, CustomerResult>();
  const faults: string[] = [];
  try {
    await scan({
      sources,
      readDetails: createDetailsReader(workspace.host, transport),
      readWaiting: createWaitingReader(workspace.host, transport),
      path: mutated.path,
      known: new Map(),
      readAgainBefore: '2026-11-13T10:00:00.000Z',
      now: () => '2026-11-20T10:00:00.000Z',
      clock: () => 0,
      breathe: async () => undefined,
      watch: {
        onListed(listed) {
          shown = new Map(listed.map(customer => [customer.id, customer]));
        },
        onResults(results) {
          for (const result of results) shown.set(result.id, result);
        },
        isStopped: () => false,
      },
    });
  } catch (error) {
    // It ends so where GitLab cannot be asked any more; what was shown until then stays.
    if (!(error instanceof GitLabError)) throw error;
  }
  const rows = new Map<string, Seen>();
  for (const {path, findings, readAt} of shown.values()) {
    for (const {id} of projectChecks) {
      const finding = findings[id];
      if (finding) rows.set(rowKey(path, id), seenOf(finding));
      else if (readAt !== undefined) faults.push(`${id} of ${path} has no finding`);
    }
  }
  return {rows, faults};
}

/** Makes a run of a case. Never rejects: what is thrown is a fault. */
export async function observe(mutated: Case, run: Run = {}): Promise<Observed> {
  const asked = new Set<string>();
  const watched: Run = {
    ...run,
    onAsked(request, usual) {
      asked.add(request.pattern);
      run.onAsked?.(request, usual);
    },
  };
  return {...(await judged(mutated, watched)), asked};
}

async function judged(mutated: Case, run: Run): Promise<Judged> {
  try {
    if (mutated.kind === 'scan') return await observeScan(mutated, run);
    return await observePage(mutated, run, mutated.kind === 'group' ? groupChecks : projectChecks);
  } catch (error) {
    return {
      rows: new Map(),
      faults: [`threw ${error instanceof Error ? error.stack?.split('\n').slice(0, 2).join(' ') : String(error)}`],
    };
  }
}
