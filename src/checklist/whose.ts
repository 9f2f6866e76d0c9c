import {type Signal, signal} from '@preact/signals-core';
import type {Whose} from '../browser/items.ts';
import type {User} from '../gitlab/model/model.ts';

/**
 * Whose items are read and written on a page: its user's, to its end.
 *
 * @param pageUser where the page does not name its user, it is asked once
 */
export function createWhose(host: string, pageUser: () => Promise<User>): Whose {
  let asked: Promise<User> | undefined;
  return {
    host,
    async userId() {
      asked ??= pageUser().catch(error => {
        asked = undefined;
        throw error;
      });
      return (await asked).id;
    },
  };
}

/** The page's own, once its script has started. */
export const whoseHere: Signal<Whose | undefined> = signal(undefined);

/** How often it was said on this page whose is what was kept before users were told apart: what shows of it is read again then. */
export const answers: Signal<number> = signal(0);
