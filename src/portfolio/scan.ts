import {customerName} from '../checks/customer.ts';
import {projectChecks} from '../checks/index.ts';
import {withWaiver} from '../checks/remark.ts';
import type {FactName, FactSheet, ProjectFacts} from '../facts/facts.ts';
import {gatherProject, type Sources} from '../facts/gather.ts';
import {fewAtATime} from '../facts/pool.ts';
import {type CustomerRecord, emptyRecord, type Notebook} from '../facts/record.ts';
import {detailsAtOnce, type ReadDetails} from '../gitlab/details.ts';
import type {Project} from '../gitlab/model.ts';
import {guessPlaybook} from '../playbooks/guess.ts';
import {locateProject} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';
import {createBulkDoor, listBelow} from './bulk-door.ts';
import type {CustomerResult} from './result.ts';

/** How a scan is followed and ended. */
interface ScanWatch {
  /**
   * The customers that are there as far as they are listed, with what is known of them before, or else what the list tells; and
   * how many are to be read, once that is known.
   */
  readonly onListed: (customers: readonly CustomerResult[], open: number) => void;
  readonly onResult: (result: CustomerResult) => void;
  readonly isStopped: () => boolean;
}

export interface ScanOptions {
  readonly sources: Sources;
  readonly readDetails: ReadDetails;
  /** Full path of the group. */
  readonly path: string;
  /** What is known from before, by the project's id. */
  readonly known: ReadonlyMap<number, CustomerResult>;
  /** What was read before this (date and time, ISO) is read again even where nothing happened since. */
  readonly readAgainBefore: string;
  /** Whether archived projects and those scheduled for deletion are looked at too. */
  readonly withGone?: boolean;
  /** Date and time (ISO). */
  readonly now: () => string;
  /** Resolves when the page has done what waits, so that many customers are no long task. */
  readonly breathe: () => Promise<void>;
  readonly watch: ScanWatch;
}

/** Customers that are read at the same time: their requests wait for each other's answers, not for each other. */
const together = 10;

/** Whether a project is a customer's or waits to become one: templates and triage are not, nor what is archived or about to go. */
function isCustomer(project: Project, workspace: Workspace, withGone: boolean): boolean {
  if (!withGone && (project.archived || project.markedForDeletionOn !== undefined)) return false;
  return locateProject(project.path, workspace).kind !== 'outside';
}

/** What is said of a customer before it is looked at: what is known of it before, or else what the list of projects tells. */
function listed(
  project: Project,
  before: CustomerResult | undefined,
  record: CustomerRecord,
  workspace: Workspace,
): CustomerResult {
  // What was found at another address says nothing of this one.
  if (before?.path === project.path) return {...before, ...namesOf(project, workspace)};
  const facts: FactSheet = {project: {state: 'known', value: project}, record: {state: 'known', value: record}};
  return {...namesOf(project, workspace), findings: findingsOf(facts, workspace)};
}

function namesOf(project: Project, workspace: Workspace): Omit<CustomerResult, 'findings'> {
  const {id, name, path, webUrl, lastActivityAt} = project;
  const customer = customerName(project, workspace) ?? name;
  return {id, name, customer, path, webUrl, ...(lastActivityAt === undefined ? {} : {lastActivityAt})};
}

/** What people said of a customer, in short. */
export function remarksOf({ticks, waivers, playbook}: CustomerRecord): string {
  const said = (remarks: CustomerRecord['ticks']) => Object.entries(remarks).map(([id, {at}]) => `${id} ${at}`);
  return JSON.stringify([said(ticks), said(waivers), playbook ?? '']);
}

/** Whether what is known of a customer still says how it is, as far as that can be told without asking. */
function isFresh(now: CustomerResult, before: CustomerResult | undefined, readAgainBefore: string): boolean {
  if (now.readAt === undefined || before === undefined) return false;
  return now.readAt >= readAgainBefore && before.lastActivityAt === now.lastActivityAt;
}

/** The facts that checks look at: those that are only for forms are not asked for. */
const names = new Set([...projectChecks.flatMap(check => check.facts), 'user', 'today', 'record']) as ReadonlySet<
  FactName & keyof ProjectFacts
>;

async function readCustomer(
  project: Project,
  sources: Sources,
  breathe: () => Promise<void>,
): Promise<Pick<CustomerResult, 'findings' | 'isMine' | 'playbook' | 'remarks'>> {
  const gathering = gatherProject(project.path, sources, names);
  const facts: FactSheet = Object.fromEntries(
    await Promise.all(Object.entries(gathering).map(async ([name, fact]) => [name, await fact] as const)),
  );
  await breathe();
  const {members, user} = facts;
  const me = user?.state === 'known' ? user.value.id : undefined;
  const isMine = members?.state === 'known' ? members.value.some(({id}) => id === me) : undefined;
  const {record} = facts;
  const remarks = record?.state === 'known' ? remarksOf(record.value) : undefined;
  const chosen = record?.state === 'known' ? record.value.playbook : undefined;
  const playbook = chosen ?? guessPlaybook(facts, sources.workspace)?.id;
  return {
    findings: findingsOf(facts, sources.workspace),
    ...(isMine === undefined ? {} : {isMine}),
    ...(playbook === undefined ? {} : {playbook}),
    ...(remarks === undefined ? {} : {remarks}),
  };
}

/** What all checks say of a project's facts. */
export function findingsOf(facts: FactSheet, workspace: Workspace): CustomerResult['findings'] {
  return Object.fromEntries(
    projectChecks.flatMap(check => {
      const found = check.find(facts, workspace);
      if (found === undefined) return [];
      const {record} = facts;
      const {verdict, evidence} = record?.state === 'known' ? withWaiver(check.id, found, record.value) : found;
      return [[check.id, {verdict, evidence}] as const];
    }),
  );
}

/**
 * Judges every customer project below a group by the checks of a project's page. Lists them first, reads then what is not
 * known or not fresh any more; ends early where it is stopped.
 *
 * @returns why GitLab did not tell of many customers at once, where that was so
 * @throws GitLabError where the group cannot be read
 */
export async function scan({
  sources,
  readDetails,
  path,
  known,
  readAgainBefore,
  withGone = false,
  now,
  breathe,
  watch,
}: ScanOptions): Promise<string | undefined> {
  const {workspace, notebook} = sources;
  const records = new Map<number, CustomerRecord>();
  const rows = new Map<number, CustomerResult>();
  const isWanted = (project: Project) => isCustomer(project, workspace, withGone);

  async function show(page: readonly Project[]): Promise<void> {
    const some = page.filter(isWanted);
    const said = await notebook.records(some.map(({id}) => id)).catch(() => new Map<number, CustomerRecord>());
    for (const project of some) {
      const record = said.get(project.id) ?? emptyRecord;
      records.set(project.id, record);
      rows.set(project.id, listed(project, known.get(project.id), record, workspace));
    }
    watch.onListed([...rows.values()], 0);
  }

  const showing: Promise<void>[] = [];
  const all = await listBelow(sources.gitlab, path, page => showing.push(show(page)));
  await Promise.all(showing);
  const open = all.projects.filter(project => {
    const row = rows.get(project.id);
    if (row === undefined) return false;
    const isSame = row.remarks === undefined || row.remarks === remarksOf(records.get(project.id) ?? emptyRecord);
    return !(isSame && isFresh(row, known.get(project.id), readAgainBefore));
  });
  watch.onListed([...rows.values()], open.length);
  const door = createBulkDoor(sources.gitlab, readDetails, all, workspace);
  const own: Sources = {...sources, gitlab: door.gitlab, notebook: readOnce(notebook)};
  let ahead = 0;
  await fewAtATime(
    open.map((project, index) => ({project, index})),
    together,
    async ({project, index}) => {
      if (watch.isStopped()) return;
      // One batch ahead of those who need it.
      while (ahead <= index + together && ahead < open.length) {
        door.prepare(open.slice(ahead, ahead + detailsAtOnce).map(other => other.path));
        ahead += detailsAtOnce;
      }
      const read = await readCustomer(project, own, breathe);
      // What was called off in the middle was not read.
      if (watch.isStopped()) return;
      watch.onResult({...namesOf(project, workspace), ...read, readAt: now()});
    },
  );
  return door.refusal()?.message;
}

/** A notebook that reads only once what is the same for all customers. */
function readOnce(notebook: Notebook): Notebook {
  const sides = notebook.sides();
  const brackets = notebook.brackets();
  // Whoever asks is told; nobody may.
  sides.catch(() => undefined);
  brackets.catch(() => undefined);
  return {...notebook, sides: () => sides, brackets: () => brackets};
}
