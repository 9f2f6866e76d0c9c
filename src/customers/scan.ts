import {projectChecks} from '../customer/checks/index.ts';
import {isSettled} from '../customer/playbooks/counted.ts';
import {guessPlaybook} from '../customer/playbooks/guess.ts';
import {gatherProject, type Sources} from '../customer/reading/gather.ts';
import type {FactName, FactSheet, ProjectFacts} from '../facts/facts.ts';
import {type CustomerRecord, emptyRecord, type Notebook} from '../facts/record.ts';
import {detailsAtOnce, type ReadDetails} from '../gitlab/batch/details.ts';
import type {ReadWaiting} from '../gitlab/batch/waiting.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Project} from '../gitlab/model/model.ts';
import {isDoomed} from '../gitlab/model/names.ts';
import {endsSession} from '../gitlab/model/problem.ts';
import {fewAtATime} from '../gitlab/pool.ts';
import {assertSameUser} from '../gitlab/same-user.ts';
import {locateProject} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {withApprovals} from './approvals.ts';
import {createBulkDoor, type Listed, listBelow} from './bulk-door.ts';
import {isFresh} from './fresh.ts';
import {inSlices} from './in-slices.ts';
import {findingsOf, findingsOver, namesOf, remarksOf, troubleOf} from './judged.ts';
import {mineOf} from './mine.ts';
import type {CustomerResult} from './result.ts';
import {createConfirming} from './same-user-gate.ts';

/** How a scan is followed and ended. */
interface ScanWatch {
  /**
   * The customers that are there as far as they are listed, with what is known of them before and what the lists tell; and how
   * many are to be read, once that is known.
   */
  readonly onListed: (customers: readonly CustomerResult[], open: number) => void;
  /** Of one or more, those that are told of together. */
  readonly onResults: (results: readonly CustomerResult[]) => void;
  readonly isStopped: () => boolean;
}

export interface ScanOptions {
  readonly sources: Sources;
  readonly readDetails: ReadDetails;
  readonly readWaiting: ReadWaiting;
  /** Full path of the group. */
  readonly path: string;
  /** What is known from before, by the project's id. */
  readonly known: ReadonlyMap<number, CustomerResult>;
  /** What was read before this (date and time, ISO) is read again even where nothing happened since. */
  readonly readAgainBefore: string;
  /** Whether archived projects and those scheduled for deletion are looked at too. */
  readonly withGone?: boolean;
  /** Date and time (ISO) on GitLab's clock. */
  readonly now: () => string;
  /** Milliseconds since any beginning. */
  readonly clock: () => number;
  /** Resolves when the page has done what waits, so that many customers are no long task. */
  readonly breathe: () => Promise<void>;
  readonly watch: ScanWatch;
}

/** How a scan ended. */
interface ScanEnd {
  /** Why GitLab did not tell of many customers at once, where that was so. */
  readonly refusal: string | undefined;
  /** Customers of which something could not be read because of trouble that passes. */
  readonly partly: number;
}

/** Customers that are read at the same time: their requests wait for each other's answers, not for each other. */
const together = 10;

/** The facts that checks look at: those that are only for forms are not asked for. */
const names = new Set([...projectChecks.flatMap(check => check.facts), 'user', 'today', 'record']) as ReadonlySet<
  FactName & keyof ProjectFacts
>;

const fact = <T>(value: T) => ({state: 'known', value}) as const;

/** Whether a project is a customer's or waits to become one: templates and triage are not, nor what is archived or about to go. */
function isCustomer(project: Project, workspace: Workspace, withGone: boolean): boolean {
  const isGoing = project.archived || project.markedForDeletionOn !== undefined || isDoomed(project.path);
  if (!withGone && isGoing) return false;
  return locateProject(project.path, workspace).kind !== 'outside';
}

/** What is said of a customer before it is looked at: what is known of it before, and over it what the lists tell. */
function listed(
  project: Project,
  before: CustomerResult | undefined,
  facts: FactSheet,
  workspace: Workspace,
): CustomerResult {
  const told = namesOf(project, workspace);
  const findings = findingsOf(facts, workspace);
  // What was found at another address says nothing of this one.
  if (before?.path !== project.path) return {...told, findings};
  return {...before, ...told, findings: {...before.findings, ...findings}};
}

/**
 * Reads and judges one customer.
 *
 * @param approvals asks GitLab itself whether members wait for an approval
 * @throws GitLabError where GitLab cannot be asked any more: signed out, no connection, or a long wait that it asks for
 */
async function readCustomer(
  project: Project,
  before: CustomerResult | undefined,
  sources: Sources,
  approvals: {readonly gitlab: Pick<GitLab, 'members'>; readonly mayWait: () => Promise<boolean>},
  breathe: () => Promise<void>,
): Promise<CustomerResult> {
  const {workspace} = sources;
  await breathe();
  const gathering = gatherProject(project.path, sources, names);
  const read: FactSheet = Object.fromEntries(
    await Promise.all(Object.entries(gathering).map(async ([name, reading]) => [name, await reading] as const)),
  );
  const facts = await withApprovals(read, project.path, approvals.gitlab, workspace, approvals.mayWait);
  const trouble = [...names].flatMap(name => troubleOf(facts, name) ?? []);
  for (const {kind, words} of trouble) {
    if (endsSession(kind) || kind === 'offline' || kind === 'paused') throw new GitLabError(kind, words);
  }
  await breathe();
  const {record} = facts;
  const knownHere = before?.path === project.path ? before : undefined;
  const remarks = record?.state === 'known' ? remarksOf(record.value) : knownHere?.remarks;
  const chosen = record?.state === 'known' ? record.value.playbook : undefined;
  // What is guessed from half of the facts is less than what was guessed from all.
  const guessed = trouble.length > 0 ? knownHere?.playbook : undefined;
  const playbook = chosen ?? guessed ?? guessPlaybook(facts, workspace)?.id;
  const isOld = record?.state === 'known' ? isSettled(facts) : (knownHere?.isSettled ?? false);
  return {
    ...namesOf(project, workspace),
    findings: findingsOver(knownHere?.findings ?? {}, facts, workspace),
    ...(trouble.length === 0 ? {} : {isPartly: true}),
    isNamed: false,
    ...mineOf(facts, knownHere),
    ...(playbook === undefined ? {} : {playbook}),
    ...(isOld ? {isSettled: true} : {}),
    ...(remarks === undefined ? {} : {remarks}),
  };
}

/** A notebook that reads only once what is the same for all customers. */
function readOnce(notebook: Notebook): Notebook {
  const sides = notebook.sides();
  const brackets = notebook.brackets();
  // Whoever asks is told; nobody may.
  sides.catch(() => undefined);
  brackets.catch(() => undefined);
  return {
    record: id => notebook.record(id),
    records: ids => notebook.records(ids),
    sides: () => sides,
    brackets: () => brackets,
  };
}

interface ListedCustomers {
  readonly all: Listed;
  /** By the project's id. */
  readonly rows: ReadonlyMap<number, CustomerResult>;
  /** Those that are to be read, the most lively ones first. */
  readonly open: readonly Project[];
}

/** Asks GitLab who is signed in. Rejects where it is somebody else than the page was made for, or cannot be told. */
async function assertPageUser({gitlab, pageUser}: Sources): Promise<void> {
  const user = await gitlab.user();
  assertSameUser(user, pageUser ?? user);
}

/** Lists the customers, judges them by what the lists tell, and says which of them are to be read. */
async function listCustomers({
  sources,
  path,
  known,
  readAgainBefore,
  withGone = false,
  now,
  clock,
  breathe,
  watch,
}: ScanOptions): Promise<ListedCustomers> {
  const {workspace, notebook, gitlab} = sources;
  const records = new Map<number, CustomerRecord>();
  const rows = new Map<number, CustomerResult>();
  const isSameUser = assertPageUser(sources);
  const at = now();
  const slicing = {clock, breathe};

  async function show(page: readonly Project[]): Promise<void> {
    const some = page.filter(project => isCustomer(project, workspace, withGone));
    const said = await notebook.records(some.map(({id}) => id)).catch(() => new Map<number, CustomerRecord>());
    await isSameUser;
    await inSlices(some, slicing, project => {
      const record = said.get(project.id) ?? emptyRecord;
      records.set(project.id, record);
      const facts = {project: fact(project), record: fact(record)};
      rows.set(project.id, listed(project, known.get(project.id), facts, workspace));
    });
    await breathe();
    // Those that are known stay in sight until it is sure that they are gone.
    const others = [...known.values()].filter(({id}) => !rows.has(id));
    watch.onListed([...rows.values(), ...others], 0);
  }

  const showing: Promise<void>[] = [];
  const listing = listBelow(gitlab, path, page => {
    const mine = show(page);
    // Where the listing fails first, nobody asks for it any more.
    mine.catch(() => undefined);
    showing.push(mine);
  });
  const [all] = await Promise.all([listing, isSameUser]);
  await Promise.all(showing);
  // Those that somebody else does not see are not gone.
  await assertPageUser(sources);

  const groups = new Map(all.groups.map(group => [group.path.toLowerCase(), group]));
  const going = withGone ? [] : all.groups.filter(({isGoing}) => isGoing);
  const open: Project[] = [];
  await inSlices(all.projects, slicing, project => {
    if (!rows.has(project.id)) return;
    if (going.some(group => project.path.startsWith(`${group.path}/`))) {
      rows.delete(project.id);
      return;
    }
    const before = known.get(project.id);
    const record = records.get(project.id) ?? emptyRecord;
    const group = groups.get(project.group.path.toLowerCase());
    const facts = {project: fact(project), record: fact(record), ...(group ? {group: fact(group)} : {})};
    const row = listed(project, before, facts, workspace);
    rows.set(project.id, row);
    if (!isFresh(row, before, remarksOf(record), readAgainBefore, at)) open.push(project);
  });
  await breathe();
  open.sort((one, other) => (other.lastActivityAt ?? '').localeCompare(one.lastActivityAt ?? ''));
  return {all, rows, open};
}

/**
 * Judges every customer project below a group by the checks of a project's page. Lists them first, reads then what is not
 * known or not fresh any more; ends early where it is stopped. What may have been read as somebody else, who signed in meanwhile,
 * is given to nobody.
 *
 * @throws GitLabError where the group cannot be read, where somebody else is signed in than the page was made for, at the
 *   beginning or by now, and where GitLab cannot be asked any more in between
 */
export async function scan(options: ScanOptions): Promise<ScanEnd> {
  const {sources, readDetails, known, now, clock, breathe, watch} = options;
  const {all, rows, open} = await listCustomers(options);
  watch.onListed([...rows.values()], open.length);
  const door = createBulkDoor(sources.gitlab, readDetails, all, sources.workspace, breathe);
  const own: Sources = {...sources, gitlab: door.gitlab, notebook: readOnce(sources.notebook)};
  const {add, confirm} = createConfirming(() => assertPageUser(sources), clock, watch.onResults);
  let waiting: Promise<boolean> | undefined;
  const approvals = {
    gitlab: sources.gitlab,
    mayWait() {
      waiting ??= options.readWaiting(options.path.split('/')[0] ?? '');
      return waiting;
    },
  };
  let ahead = 0;
  let partly = 0;
  await fewAtATime([...open.entries()], together, async ([index, project]) => {
    if (watch.isStopped()) return;
    // One batch ahead of those who need it.
    while (ahead <= index + together && ahead < open.length) {
      door.prepare(open.slice(ahead, ahead + detailsAtOnce).map(other => other.path));
      ahead += detailsAtOnce;
    }
    const read = await readCustomer(project, known.get(project.id), own, approvals, breathe);
    door.forget(project.path);
    // What was called off in the middle was not read.
    if (watch.isStopped()) return;
    if (read.isPartly) partly += 1;
    await add({...read, readAt: now()});
  });
  if (!watch.isStopped()) await confirm();
  return {refusal: door.refusal()?.message, partly};
}
