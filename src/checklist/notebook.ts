import {dequal} from 'dequal/lite';
import type {Held, Whose} from '../browser/found-items.ts';
import {type KindName, kindOfKey} from '../browser/item-kinds.ts';
import {createItems, onKeptChange} from '../browser/items.ts';
import {NotKept} from '../browser/storage-error.ts';
import type {FactName} from '../facts/facts.ts';
import type {CustomerRecord, Remark, Side, WritableNotebook} from '../facts/record.ts';
import type {BracketRules} from '../placeholders/index.ts';
import {said} from '../texts/said.ts';
import {bracketsShape, recordShape, sidesShape} from './kept-shapes.ts';

type Part<T> = T extends {read(kept: unknown): infer Value} ? Value : never;
type KeptRecord = Part<typeof recordShape>;
type KeptSides = Part<typeof sidesShape>;
type KeptBrackets = Part<typeof bracketsShape>;

/** Nothing is done to what may be somebody else's. */
const ownerless = () => new NotKept(said('checklist.ownerless'), said('checklist.ownerless advice'));

type Remarks = Readonly<Record<string, Remark>>;

/** Own remarks before those of whom nobody knows whose they are, which are marked. */
function remarks(own: Remarks, others: Remarks): Remarks {
  const marked = Object.entries(others).map(([check, said]) => [check, {...said, isOwnerless: true}] as const);
  return {...Object.fromEntries(marked), ...own};
}

/** @throws NotKept where one is taken away that may be somebody else's */
function ownRemarks(next: Remarks, {own, ownerless: others}: Held<Remarks>): Remarks {
  if (Object.keys(others).some(check => !(check in own) && !(check in next))) throw ownerless();
  return Object.fromEntries(Object.entries(next).filter(([, {isOwnerless}]) => !isOwnerless));
}

function recordOf({own, ownerless: others}: Held<KeptRecord>): CustomerRecord {
  return {
    ticks: remarks(own.ticks, others.ticks),
    waivers: remarks(own.waivers, others.waivers),
    waiting: own.waiting ?? others.waiting,
    playbook: own.playbook ?? others.playbook,
  };
}

function ownRecord(next: CustomerRecord, {own, ownerless: others}: Held<KeptRecord>): KeptRecord {
  const before = recordOf({own, ownerless: others});
  return {
    ticks: ownRemarks(next.ticks, {own: own.ticks, ownerless: others.ticks}),
    waivers: ownRemarks(next.waivers, {own: own.waivers, ownerless: others.waivers}),
    waiting: dequal(next.waiting, before.waiting) ? own.waiting : next.waiting,
    playbook: next.playbook === before.playbook ? own.playbook : next.playbook,
  };
}

function sidesOf({customer, colleague}: KeptSides): Map<number, Side> {
  const entries = (ids: readonly number[], side: Side) => ids.map(id => [id, side] as const);
  return new Map([...entries(customer, 'customer'), ...entries(colleague, 'colleague')]);
}

function rulesOf({own, ownerless: others}: Held<KeptBrackets>): BracketRules & Required<Pick<BracketRules, 'aliases'>> {
  const decisions = ({placeholder, prose}: KeptBrackets) => [
    ...placeholder.map(key => [key, 'placeholder'] as const),
    ...prose.map(key => [key, 'prose'] as const),
  ];
  return {
    blanks: own.blanks ?? others.blanks ?? false,
    aliases: own.aliases ?? others.aliases,
    decisions: new Map([...decisions(others), ...decisions(own)]),
  };
}

function ownRules({decisions, blanks, aliases}: BracketRules, held: Held<KeptBrackets>): KeptBrackets {
  const before = rulesOf(held);
  const [mine, theirs] = [rulesOf({...held, ownerless: held.own}), rulesOf({...held, own: held.ownerless})];
  if ([...theirs.decisions.keys()].some(key => !mine.decisions.has(key) && !decisions.has(key))) throw ownerless();
  const isOwn = (key: string) => mine.decisions.has(key) || decisions.get(key) !== theirs.decisions.get(key);
  const keys = (kind: 'placeholder' | 'prose') =>
    [...decisions].filter(([key, decision]) => decision === kind && isOwn(key)).map(([key]) => key);
  return {
    placeholder: keys('placeholder'),
    prose: keys('prose'),
    blanks: blanks === before.blanks ? held.own.blanks : blanks,
    aliases: dequal(aliases, before.aliases) ? held.own.aliases : aliases && {...aliases},
  };
}

const factsOf: Partial<Record<KindName, readonly FactName[]>> = {
  people: ['sides'],
  brackets: ['brackets'],
  customer: ['record'],
  'not-mine-synced': ['sides', 'brackets', 'record'],
};

/**
 * The notebook in the browser's synced storage: one item a customer, one for all persons, one for brackets. What was kept before users were
 * told apart shows below the user's own; it is marked, and nothing is done to it.
 *
 * @param assertOwn looks, before anything is changed, whether it is its user who changes it; what it throws comes back
 */
export function createNotebook(
  whose: Whose,
  assertOwn?: () => Promise<void>,
): WritableNotebook & {
  /** Tells which facts were changed in another tab or on another computer. */
  onChange(listener: (names: ReadonlySet<FactName>) => void): void;
} {
  const records = createItems('customer', whose, recordShape, assertOwn);
  const people = createItems('people', whose, sidesShape, assertOwn);
  const brackets = createItems('brackets', whose, bracketsShape, assertOwn);
  return {
    record: async projectId => recordOf(await records.read(String(projectId))),
    async records(projectIds) {
      const kept = await records.readMany(projectIds.map(String));
      return new Map([...kept].map(([of, held]) => [Number(of), recordOf(held)]));
    },
    async sides() {
      const {own, ownerless: others} = await people.read();
      return new Map([...sidesOf(others), ...sidesOf(own)]);
    },
    async updateRecord(projectId, step) {
      await records.update(String(projectId), held => ownRecord(step(recordOf(held)), held));
    },
    async followRecord(projectId) {
      const change = await records.follow(String(projectId));
      return step => change(held => ownRecord(step(recordOf(held)), held));
    },
    brackets: async () => rulesOf(await brackets.read()),
    async updateBrackets(step) {
      await brackets.update(undefined, held => ownRules(step(rulesOf(held)), held));
    },
    async setSide(userId, side) {
      await people.update(undefined, ({own, ownerless: others}) => {
        const next = sidesOf(own);
        next.delete(userId);
        if (side === null && sidesOf(others).has(userId)) throw ownerless();
        if (side !== null) next.set(userId, side);
        const of = (wanted: Side) => [...next].filter(([, its]) => its === wanted).map(([id]) => id);
        return {customer: of('customer'), colleague: of('colleague')};
      });
    },
    onChange(listener) {
      onKeptChange(keys => {
        // Another user's, or another host's, are read again for nothing, and seldom.
        const kinds = keys.flatMap(key => kindOfKey(key)?.name ?? []);
        const names = new Set(kinds.flatMap(kind => factsOf[kind] ?? []));
        if (names.size > 0) listener(names);
      });
    },
  };
}
