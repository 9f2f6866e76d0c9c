import * as v from 'valibot';
import {createItems} from '../browser/items.ts';
import {mapOf} from '../browser/shape.ts';

/** By the group's full path: before which date and time (ISO) what was read is to be read again, until that is done. */
const shape = mapOf(v.string());

/** What a user asked to be read again and was not wholly, so that it goes on the next time. */
export function createWanted(host: string, userId: number) {
  const items = createItems('read-again', {host, userId: async () => userId}, shape);
  const change = async (step: (wanted: Readonly<Record<string, string>>) => Readonly<Record<string, string>>) => {
    // Where it is not kept, the next reading reads what is old.
    await items.update(undefined, ({own}) => step(own)).catch(() => undefined);
  };
  return {
    /** The date and time (ISO) that was asked for and is still wanted. */
    async of(path: string): Promise<string | undefined> {
      return (await items.read().catch(() => undefined))?.own[path];
    },
    ask: (path: string, before: string): Promise<void> => change(wanted => ({...wanted, [path]: before})),
    done: (path: string): Promise<void> => change(({[path]: _done, ...others}) => others),
  };
}
