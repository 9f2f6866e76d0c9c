import * as v from 'valibot';
import {inTurn} from '../browser/in-turn.ts';
import {onKeptChange, readKept, readManyKept, writeKept} from '../browser/kept.ts';
import type {FactName} from '../facts/facts.ts';
import {type CustomerRecord, emptyRecord, type Side, type WritableNotebook} from '../facts/record.ts';
import type {BracketRules} from '../placeholders/index.ts';

const remark = v.object({by: v.string(), at: v.string(), note: v.string()});
const recordSchema = v.object({
  ticks: v.record(v.string(), remark),
  waivers: v.record(v.string(), remark),
  waiting: v.optional(v.object({iid: v.number(), files: v.array(v.string())})),
  playbook: v.optional(v.string()),
});

const bracketsSchema = v.object({
  placeholder: v.array(v.string()),
  prose: v.array(v.string()),
  blanks: v.boolean(),
  aliases: v.optional(v.record(v.string(), v.string())),
});

/** User ids by side: short, because a synced item may have only 8 KB. */
const sidesSchema = v.object({customer: v.array(v.number()), colleague: v.array(v.number())});

/**
 * The notebook in the browser's synced storage: one item a customer, one for all persons, one for brackets. The number in each key is the
 * item's version.
 *
 * @param host the GitLab host's name
 */
export function createNotebook(host: string): WritableNotebook & {
  /** Tells which facts were changed in another tab or on another computer. */
  onChange(listener: (names: ReadonlySet<FactName>) => void): void;
} {
  const recordKey = (projectId: number) => `customer:1:${host}:${projectId}`;
  const sidesKey = `people:1:${host}`;
  const bracketsKey = `brackets:1:${host}`;
  const readRecord = (projectId: number): Promise<CustomerRecord> =>
    readKept('sync', recordKey(projectId), recordSchema, emptyRecord as v.InferOutput<typeof recordSchema>);
  const readSides = () => readKept('sync', sidesKey, sidesSchema, {customer: [], colleague: []});
  const readBrackets = async (): Promise<BracketRules> => {
    const {placeholder, prose, blanks, aliases} = await readKept('sync', bracketsKey, bracketsSchema, {
      placeholder: [],
      prose: [],
      blanks: false,
      aliases: undefined,
    });
    const entries = <Kind extends string>(keys: readonly string[], kind: Kind) => keys.map(key => [key, kind] as const);
    return {
      blanks,
      aliases,
      decisions: new Map([...entries(placeholder, 'placeholder'), ...entries(prose, 'prose')]),
    };
  };
  return {
    record: readRecord,
    async records(projectIds) {
      const kept = await readManyKept('sync', projectIds.map(recordKey), recordSchema);
      return new Map(
        projectIds.flatMap(id => {
          const record = kept.get(recordKey(id));
          return record ? [[id, record] as const] : [];
        }),
      );
    },
    async sides() {
      const {customer, colleague} = await readSides();
      const entries = (ids: readonly number[], side: Side) => ids.map(id => [id, side] as const);
      return new Map([...entries(customer, 'customer'), ...entries(colleague, 'colleague')]);
    },
    updateRecord(projectId, step) {
      const key = recordKey(projectId);
      return inTurn(key, async () => writeKept('sync', key, step(await readRecord(projectId))));
    },
    brackets: () => inTurn(bracketsKey, readBrackets),
    updateBrackets: step =>
      inTurn(bracketsKey, async () => {
        const {decisions, blanks, aliases} = step(await readBrackets());
        const keys = (kind: 'placeholder' | 'prose') =>
          [...decisions].filter(([, decision]) => decision === kind).map(([key]) => key);
        await writeKept('sync', bracketsKey, {placeholder: keys('placeholder'), prose: keys('prose'), blanks, aliases});
      }),
    setSide: (userId, side) =>
      inTurn(sidesKey, async () => {
        const all = await readSides();
        const without = (ids: readonly number[]) => ids.filter(id => id !== userId);
        const next = {customer: without(all.customer), colleague: without(all.colleague)};
        if (side !== null) next[side].push(userId);
        await writeKept('sync', sidesKey, next);
      }),
    onChange(listener) {
      onKeptChange('sync', keys => {
        const names = new Set<FactName>();
        if (keys.includes(sidesKey)) names.add('sides');
        if (keys.includes(bracketsKey)) names.add('brackets');
        if (keys.some(key => key.startsWith(`customer:1:${host}:`))) names.add('record');
        if (names.size > 0) listener(names);
      });
    },
  };
}
