import * as v from 'valibot';
import {readKept, writeKept} from '../browser/kept.ts';
import type {TextsBook} from './texts.ts';

const textsSchema = v.array(v.tuple([v.string(), v.string()]));

/**
 * Keeps typed texts on this computer.
 *
 * @param host the GitLab host's name
 * @param userId the signed-in user's
 * @param of where they were typed: `project-12` or `group-34`
 */
export function createTextsBook(host: string, userId: () => Promise<number>, of: string): TextsBook {
  const key = async () => `texts:1:${host}:${await userId()}:${of}`;
  return {
    read: async () => new Map(await readKept('local', await key(), textsSchema, [])),
    write: async texts => writeKept('local', await key(), [...texts]),
  };
}
