import {batch, computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import {applyChange, type Hands} from '../changes/apply.ts';
import {type Change, type Move, touches} from '../changes/change.ts';
import {type MovePlan, planMove} from '../changes/move-plan.ts';
import type {Check, Finding} from '../checks/check.ts';
import {groupChecks, projectChecks} from '../checks/index.ts';
import type {FactName, FactSheet, GroupFacts, ProjectFacts} from '../facts/facts.ts';
import {gatherGroup, gatherProject, type Sources} from '../facts/gather.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import type {ListedProject} from '../gitlab/model.ts';
import type {Problem} from '../gitlab/problem.ts';
import type {Place} from '../place/place.ts';
import {locateGroup} from '../workspace/locate.ts';
import type {Workspace} from '../workspace/workspace.ts';

/** A place that the panel has something to say about. */
export type OwnPlace = Exclude<Place, {kind: 'none'}>;

/** What the store works with; everything that is not pure stands here. */
export interface StoreOptions {
  readonly place: OwnPlace;
  readonly sources: Sources;
  readonly hands: Hands;
  readonly isExtensionAlive: () => boolean;
  /** Leads the page to another address. */
  readonly goTo: (url: string) => void;
}

/** One row of the panel. */
export interface Row {
  readonly check: Check;
  /** Undefined until its facts were read for the first time. */
  readonly finding: Finding | undefined;
  /** Its facts are being read, or it is being changed. */
  readonly busy: boolean;
  /** Why its last change did not work. */
  readonly problem: Problem | undefined;
  /** What of its last change did not work although the rest did. */
  readonly left: readonly string[];
  /** How its last change is undone. */
  readonly undo: Change | undefined;
}

function changed<T>(map: ReadonlyMap<string, T>, key: string, value: T | undefined): ReadonlyMap<string, T> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}

/** Judges a check anew only when one of its own facts is another one: a long README takes its time. */
function judging(check: Check, workspace: Workspace): (facts: FactSheet) => Finding | undefined {
  let known: readonly unknown[] = [];
  let finding: Finding | undefined;
  return facts => {
    const now = check.facts.map(name => facts[name]);
    if (known.length === 0 || now.some((fact, index) => fact !== known[index])) {
      known = now;
      finding = check.find(facts, workspace);
    }
    return finding;
  };
}

/** All that the panel shows and does. Components read its signals and call its functions; they fetch and decide nothing. */
export interface Store {
  readonly place: OwnPlace;
  readonly sources: Sources;
  readonly facts: ReadonlySignal<FactSheet>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** Rows that are not right yet, or undefined while any is being read for the first time. */
  readonly open: ReadonlySignal<number | undefined>;
  readonly reading: ReadonlySignal<boolean>;
  /** The form that stands open, by its row's id. */
  readonly form: Signal<string | undefined>;
  /** Values typed for the README's placeholders, by their key; kept until they are committed. */
  readonly values: Signal<ReadonlyMap<string, string>>;
  /** The list of people typed to be invited; kept until they are. */
  readonly people: Signal<string>;
  /** The extension was updated or removed underneath the page. */
  readonly outdated: Signal<boolean>;
  /** Seconds that GitLab asked to wait, while it is waited. */
  readonly waiting: Signal<number | undefined>;
  /** What was done last, for screen readers. */
  readonly announcement: ReadonlySignal<string>;
  /** Further projects of the group, beyond the first page. */
  readonly moreProjects: ReadonlySignal<{
    items: readonly ListedProject[];
    nextPage: number | undefined;
    problem?: Problem;
  }>;
  /** Reads everything again. */
  refresh(): Promise<void>;
  /** Makes a row's change; a second call while the first is under way does nothing. Resolves to whether it worked. */
  run(check: Check, change: Change): Promise<boolean>;
  /** Takes a row's last change back. Resolves to whether it worked. */
  undo(check: Check): Promise<boolean>;
  /** What a move will do. Throws GitLabError. */
  plan(move: Move): Promise<MovePlan | undefined>;
  loadMoreProjects(): Promise<void>;
  /** Looks whether the extension is still there. */
  checkAlive(): boolean;
}

export function createStore(options: StoreOptions): Store {
  const {place, sources, hands} = options;
  const checks =
    place.kind === 'project'
      ? projectChecks
      : locateGroup(place.path, sources.workspace).kind === 'customer-group'
        ? groupChecks
        : [];
  const wanted = new Set<FactName>(checks.flatMap(check => check.facts));
  if (place.kind === 'project') wanted.add('user');
  else wanted.add('group').add('projects');

  const facts = signal<FactSheet>({});
  const pending = signal<ReadonlyMap<string, number>>(new Map());
  const changing = signal<ReadonlySet<string>>(new Set());
  const problems = signal<ReadonlyMap<string, Problem>>(new Map());
  const leftovers = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  const undos = signal<ReadonlyMap<string, Change>>(new Map());
  const announcement = signal('');
  const outdated = signal(false);
  const moreProjects = signal<{items: readonly ListedProject[]; nextPage: number | undefined; problem?: Problem}>({
    items: [],
    nextPage: undefined,
  });
  let round = 0;

  const judges = checks.map(check => [check, judging(check, sources.workspace)] as const);
  const findings = computed(() => judges.map(([check, judge]) => [check, judge(facts.value)] as const));
  const rows = computed(() =>
    findings.value.map(
      ([check, finding]): Row => ({
        check,
        finding,
        busy: changing.value.has(check.id) || check.facts.some(name => pending.value.has(name)),
        problem: problems.value.get(check.id),
        left: leftovers.value.get(check.id) ?? [],
        undo: undos.value.get(check.id),
      }),
    ),
  );
  const open = computed(() => {
    const found = findings.value.map(([, finding]) => finding);
    if (found.includes(undefined)) return undefined;
    return found.filter(finding => finding?.verdict !== 'pass' && finding?.verdict !== 'waived').length;
  });

  /** Reads facts; where the same one is read twice at once, only the later answer counts. */
  async function read(names: ReadonlySet<FactName>): Promise<void> {
    round += 1;
    const mine = round;
    const gathering: Record<string, Promise<unknown> | undefined> =
      place.kind === 'project'
        ? gatherProject(place.path, sources, names as ReadonlySet<keyof ProjectFacts>)
        : gatherGroup(place.path, sources, names as ReadonlySet<keyof GroupFacts>);
    batch(() => {
      for (const name of Object.keys(gathering)) pending.value = changed(pending.value, name, mine);
    });
    await Promise.all(
      Object.entries(gathering).map(async ([name, promise]) => {
        const fact = await promise;
        if (pending.value.get(name) !== mine) return;
        batch(() => {
          facts.value = {...facts.value, [name]: fact};
          pending.value = changed(pending.value, name, undefined);
        });
      }),
    );
  }

  function checkAlive(): boolean {
    if (!options.isExtensionAlive()) outdated.value = true;
    return !outdated.value;
  }

  /** Makes a change for a row and reads again what it touched. What `keepsUndo` makes can be undone in turn. */
  async function make(check: Check, change: Change, keepsUndo: boolean): Promise<boolean> {
    if (changing.value.has(check.id) || !checkAlive()) return false;
    batch(() => {
      changing.value = new Set([...changing.value, check.id]);
      problems.value = changed(problems.value, check.id, undefined);
      leftovers.value = changed(leftovers.value, check.id, undefined);
    });
    try {
      const outcome = await applyChange(hands, change);
      undos.value = changed(undos.value, check.id, keepsUndo ? outcome.undo : undefined);
      leftovers.value = changed(leftovers.value, check.id, outcome.left);
      if (outcome.goTo !== undefined) {
        announcement.value = 'Done. The new page is being opened.';
        options.goTo(outcome.goTo);
        return true;
      }
      await read(new Set(touches[change.kind]));
      const verdict = findings.value.find(([{id}]) => id === check.id)?.[1]?.verdict;
      announcement.value = `${verdict === 'pass' ? check.title : check.failureTitle}.`;
      return true;
    } catch (error) {
      problems.value = changed(problems.value, check.id, problemOf(error));
      if (error instanceof GitLabError && error.kind === 'conflict') await read(new Set(touches[change.kind]));
      return false;
    } finally {
      changing.value = new Set([...changing.value].filter(id => id !== check.id));
    }
  }

  return {
    place,
    sources,
    facts,
    rows,
    open,
    reading: computed(() => pending.value.size > 0),
    form: signal<string | undefined>(undefined),
    values: signal<ReadonlyMap<string, string>>(new Map()),
    people: signal(''),
    outdated,
    waiting: signal<number | undefined>(undefined),
    announcement,
    moreProjects,

    async refresh() {
      if (!checkAlive()) return;
      problems.value = new Map();
      moreProjects.value = {items: [], nextPage: undefined};
      await read(wanted);
      const {projects} = facts.value;
      if (projects?.state === 'known') moreProjects.value = {items: [], nextPage: projects.value.nextPage};
    },

    run: (check, change) => make(check, change, true),

    async undo(check) {
      const change = undos.value.get(check.id);
      return change !== undefined && make(check, change, false);
    },

    async plan(move) {
      const {project} = facts.value;
      return project?.state === 'known' ? planMove(sources.gitlab, project.value, move) : undefined;
    },

    async loadMoreProjects() {
      const {items, nextPage} = moreProjects.value;
      if (nextPage === undefined) return;
      moreProjects.value = {items, nextPage: undefined};
      try {
        const page = await sources.gitlab.groupProjects(place.path, nextPage);
        moreProjects.value = {items: [...items, ...page.items], nextPage: page.nextPage};
      } catch (error) {
        moreProjects.value = {items, nextPage, problem: problemOf(error)};
      }
    },

    checkAlive,
  };
}
