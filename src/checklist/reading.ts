import {batch, computed, type ReadonlySignal, type Signal, signal} from '@preact/signals-core';
import {endOfReading, gatherGroup, gatherProject, type Sources} from '../customer/reading/gather.ts';
import {createPageDoor} from '../customer/reading/page-door.ts';
import type {Fact, FactName, FactSheet, GroupFacts, ProjectFacts} from '../facts/facts.ts';
import {endsSession, type Problem, passes} from '../gitlab/model/problem.ts';
import type {Place} from '../place/place.ts';
import {withValue} from './with-value.ts';

/** A place that there is a checklist for. */
export type OwnPlace = Exclude<Place, {kind: 'none'}>;

/** How facts are read. */
interface How {
  /**
   * Whether what is known stays where trouble that passes is in the way: not after a change, which may have made it untrue. It is asked
   * then, too, who is signed in.
   */
  readonly keepsKnown?: boolean;
  /**
   * How all of a project's page is read at once: with what is remembered for a day, or `anew`. Undefined where single facts are read
   * again, which asks each by itself.
   */
  readonly page?: 'remembering' | 'anew' | undefined;
  /** Whether rows whose facts are known do not wait for it. */
  readonly isQuiet?: boolean;
}

/** What is known of a project or group, and the reading of it. */
export interface Reading {
  readonly facts: Signal<FactSheet>;
  /** Facts that are known from before, and why the last reading could not confirm them. */
  readonly unconfirmed: ReadonlySignal<ReadonlyMap<string, Problem>>;
  readonly isReading: ReadonlySignal<boolean>;
  /** Whether a fact is being read, and what rests on it waits for that. */
  isAwaited(name: FactName): boolean;
  /** Why nothing that GitLab answers is the page's user's: nobody is signed in, or somebody else. */
  readonly endedBy: ReadonlySignal<Problem | undefined>;
  /** The project or group itself, once it was read. */
  main(): {readonly id: number; readonly path: string; readonly webUrl: string} | undefined;
  /** Its name where what is said of it is kept: `project-12` or `group-34`; once it was read, and while the session goes on. */
  keptAs(): string | undefined;
  /** Reads facts; where the same one is read twice at once, only the later answer counts. */
  read(names: ReadonlySet<FactName>, how?: How): Promise<void>;
  /** Reads again what people said of the customer: GitLab is asked only where another merge request is waited for than before. */
  readRemarks(): Promise<void>;
  /**
   * From now on nothing is known, where that is the reason: nobody is signed in, or somebody else.
   *
   * @returns whether it is
   */
  end(problem: Problem): boolean;
  /** Reads what was changed elsewhere: rows whose facts are known do not wait for it. */
  follow(names: ReadonlySet<FactName>): Promise<void>;
}

/** Trouble that says nothing of what is there, and leaves the session as it was. */
function troubleOf(fact: Fact<unknown>): Problem | undefined {
  if (fact.state !== 'failed') return undefined;
  const {problem} = fact;
  return passes(problem.kind) && !endsSession(problem.kind) ? problem : undefined;
}

/** The reading of a project or group, of which nothing is known yet. */
export function createReading(place: OwnPlace, sources: Sources): Reading {
  const facts = signal<FactSheet>({});
  const unconfirmed = signal<ReadonlyMap<string, Problem>>(new Map());
  const pending = signal<ReadonlyMap<string, {readonly round: number; readonly isQuiet: boolean}>>(new Map());
  let round = 0;
  /** The first answer tells whose page it is, where the page itself does not: to its end, whoever signs in. */
  let own = sources.pageUser;
  /** The id that it had when it was read last: a later reading that fails does not take away where things are kept. */
  let lastId: number | undefined;

  function main() {
    const fact = place.kind === 'project' ? facts.value.project : facts.value.group;
    return fact?.state === 'known' ? fact.value : undefined;
  }

  async function read(
    names: ReadonlySet<FactName>,
    {keepsKnown = false, isQuiet = false, page}: How = {},
  ): Promise<void> {
    round += 1;
    const mine = round;
    /** Until it is known who was signed in at its end, it is not over: what began before would be ended by it. */
    const ending = String(mine);
    const by = {...sources, pageUser: own};
    const door = place.kind === 'project' && page ? createPageDoor(place.path, by, page === 'anew') : undefined;
    const from = door ? {...by, gitlab: door.gitlab} : by;
    const gathering: Record<string, Promise<Fact<unknown>> | undefined> =
      place.kind === 'project'
        ? gatherProject(place.path, from, names as ReadonlySet<keyof ProjectFacts>)
        : gatherGroup(place.path, from, names as ReadonlySet<keyof GroupFacts>);
    door?.send();
    batch(() => {
      for (const name of Object.keys(gathering)) {
        const isAwaited =
          pending.value.get(name)?.isQuiet === false || facts.value[name as FactName]?.state !== 'known';
        pending.value = withValue(pending.value, name, {round: mine, isQuiet: isQuiet && !isAwaited});
      }
      if (keepsKnown) pending.value = withValue(pending.value, ending, {round: mine, isQuiet: true});
    });
    await Promise.all(
      Object.entries(gathering).map(async ([name, promise]) => {
        const fact = await promise;
        if (fact === undefined || pending.value.get(name)?.round !== mine) return;
        const kept = keepsKnown && facts.value[name as FactName]?.state === 'known' ? troubleOf(fact) : undefined;
        batch(() => {
          if (kept === undefined) facts.value = {...facts.value, [name]: fact};
          unconfirmed.value = withValue(unconfirmed.value, name, kept);
          pending.value = withValue(pending.value, name, undefined);
        });
      }),
    );
    lastId = main()?.id ?? lastId;
    const {user} = facts.value;
    if (user?.state === 'known') own ??= user.value;
    // After a change nobody is asked again: who is signed in was asked before it was made.
    const isTold = door?.askedLater() === false;
    const problem = keepsKnown && !isTold ? await endOfReading(by, facts.value) : undefined;
    batch(() => {
      if (problem !== undefined) end(problem);
      pending.value = withValue(pending.value, ending, undefined);
    });
    if (problem === undefined && user?.state === 'known') await door?.remember();
  }

  function end(problem: Problem): boolean {
    const ends = endsSession(problem.kind);
    if (ends)
      facts.value = Object.fromEntries(Object.keys(facts.value).map(name => [name, {state: 'failed', problem}]));
    return ends;
  }

  async function readRemarks(): Promise<void> {
    const {project, record: before} = facts.value;
    const whole = () => read(new Set(['record']), {isQuiet: true});
    if (project?.state !== 'known' || before?.state !== 'known') return whole();
    round += 1;
    const mine = round;
    pending.value = withValue(pending.value, 'record', {round: mine, isQuiet: true});
    const kept = await sources.notebook.record(project.value.id).catch(() => undefined);
    if (pending.value.get('record')?.round !== mine) return;
    const {waiting} = before.value;
    if (kept === undefined || kept.waiting?.iid !== waiting?.iid) return whole();
    batch(() => {
      facts.value = {...facts.value, record: {state: 'known', value: {...kept, waiting}}};
      pending.value = withValue(pending.value, 'record', undefined);
    });
  }

  const endedBy = computed(
    () =>
      Object.values(facts.value).flatMap(fact =>
        fact?.state === 'failed' && endsSession(fact.problem.kind) ? [fact.problem] : [],
      )[0],
  );

  return {
    facts,
    unconfirmed,
    isReading: computed(() => pending.value.size > 0),
    isAwaited: name => pending.value.get(name)?.isQuiet === false,
    endedBy,
    main,

    keptAs() {
      const id = main()?.id ?? (endedBy.value ? undefined : lastId);
      return id === undefined ? undefined : `${place.kind}-${id}`;
    },

    read,

    readRemarks,

    end,

    async follow(names) {
      const others = new Set([...names].filter(name => name !== 'record'));
      const remarks = names.has('record') ? readRemarks() : undefined;
      if (others.size > 0) await read(others, {isQuiet: true});
      await remarks;
    },
  };
}
