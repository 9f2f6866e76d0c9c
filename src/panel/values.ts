import * as v from 'valibot';
import {readKept, writeKept} from '../browser/kept.ts';
import {type FilledValues, withFilled} from '../placeholders/learned.ts';

/** What was typed and not committed yet. */
export interface Draft {
  /** By placeholder, or by one of its places. */
  readonly values: ReadonlyMap<string, string>;
  /** Keys of placeholders that are left as they are. */
  readonly left: ReadonlySet<string>;
}

const historySchema = v.array(v.object({project: v.number(), meaning: v.string(), value: v.string()}));
const draftSchema = v.object({values: v.array(v.tuple([v.string(), v.string()])), left: v.array(v.string())});

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
    async learn(filled) {
      await writeKept('local', historyKey, withFilled(await history(), filled));
    },
    async draft(projectId) {
      const {values, left} = await readKept('local', draftKey(projectId), draftSchema, {values: [], left: []});
      return {values: new Map(values), left: new Set(left)};
    },
    keepDraft: (projectId, {values, left}) =>
      writeKept('local', draftKey(projectId), {
        values: [...values].filter(([, value]) => value !== ''),
        left: [...left],
      }),
  };
}
