import * as v from 'valibot';
import {inTurn} from '../browser/in-turn.ts';
import {readKept, writeKept} from '../browser/kept.ts';
import {type FilledValues, withFilled} from '../placeholders/learned.ts';
import type {Draft} from './draft.ts';

const historySchema = v.array(
  v.object({project: v.number(), meaning: v.string(), value: v.string(), customer: v.optional(v.string())}),
);
const draftSchema = v.object({
  values: v.array(v.tuple([v.string(), v.string()])),
  left: v.array(v.string()),
  lines: v.optional(v.array(v.tuple([v.string(), v.array(v.string())])), []),
});

/** Where values for placeholders are kept: on this computer. */
export interface ValuesBook {
  history(): Promise<FilledValues>;
  /** Keeps what was committed. */
  learn(filled: FilledValues): Promise<void>;
  draft(projectId: number): Promise<Draft>;
  keepDraft(projectId: number, draft: Draft): Promise<void>;
}

/** @param host the GitLab host's name */
export function createValuesBook(host: string): ValuesBook {
  const historyKey = `filled:1:${host}`;
  const draftKey = (projectId: number) => `draft:1:${host}:${projectId}`;
  const history = () => readKept('local', historyKey, historySchema, []);
  return {
    history,
    learn: filled =>
      inTurn(historyKey, async () => writeKept('local', historyKey, withFilled(await history(), filled))),
    async draft(projectId) {
      const none = {values: [], left: [], lines: []};
      const {values, left, lines} = await readKept('local', draftKey(projectId), draftSchema, none);
      return {values: new Map(values), left: new Set(left), lines: new Map(lines)};
    },
    keepDraft: (projectId, {values, left, lines}) =>
      writeKept('local', draftKey(projectId), {
        values: [...values].filter(([, value]) => value !== ''),
        left: [...left],
        lines: [...lines].map(([key, texts]) => [key, [...texts]] as const),
      }),
  };
}
