import * as v from 'valibot';
import {readKept, writeKept} from '../browser/kept.ts';

/** By the group's full path: before which date and time (ISO) what was read is to be read again, until that is done. */
const wantedSchema = v.record(v.string(), v.string());

/** What a user asked to be read again and was not wholly, so that it goes on the next time. */
export function createWanted(host: string, userId: number) {
  const key = `read-again:1:${host}:${userId}`;
  const all = () => readKept('local', key, wantedSchema, {}).catch((): Record<string, string> => ({}));
  const write = (wanted: Record<string, string>) =>
    // Where it is not kept, the next reading reads what is old.
    writeKept('local', key, wanted).catch(() => undefined);
  return {
    /** The date and time (ISO) that was asked for and is still wanted. */
    async of(path: string): Promise<string | undefined> {
      return (await all())[path];
    },
    async ask(path: string, before: string): Promise<void> {
      await write({...(await all()), [path]: before});
    },
    async done(path: string): Promise<void> {
      const {[path]: _done, ...others} = await all();
      await write(others);
    },
  };
}
