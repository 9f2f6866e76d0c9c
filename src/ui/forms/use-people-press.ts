import {useSignal} from '@preact/signals';
import {useLayoutEffect} from 'preact/hooks';
import type {InviteeState} from '../../changes/invitees.ts';
import type {PeopleInUse} from './use-people.ts';

/** The button that goes on with the people of a field. */
interface PeoplePress {
  /** Whether it was pressed, and goes on once everybody is looked up. */
  readonly isWaiting: boolean;
  /** Who keeps it from going on: somebody who was taken in with the press, and is not invited as they stand; a new object each time. */
  readonly stopped: {readonly at: string} | undefined;
  readonly press: () => void;
}

/** Whether somebody needs a look before it goes on without them. */
function stops({kind}: InviteeState): boolean {
  return ['asked', 'looking', 'no-user', 'bot', 'account', 'unclear'].includes(kind);
}

/**
 * One press of a form's button takes in what is typed, waits until everybody is looked up, and goes on; where somebody who was taken in
 * or looked up then cannot be invited, or is asked about, it stops there.
 *
 * @param go what the button does; that of the latest drawing is called
 */
export function usePeoplePress({takeIn, invitees, accounts: {isLooking}}: PeopleInUse, go: () => void): PeoplePress {
  const awaited = useSignal<ReadonlySet<string> | undefined>(undefined);
  const stopped = useSignal<{readonly at: string} | undefined>(undefined);
  useLayoutEffect(() => {
    const {value: names} = awaited;
    if (names === undefined || isLooking) return;
    awaited.value = undefined;
    const first = invitees.find(({entry, state}) => names.has(entry.text.toLowerCase()) && stops(state));
    if (first) stopped.value = {at: first.entry.text};
    else go();
  });
  return {
    isWaiting: awaited.value !== undefined,
    stopped: stopped.value,
    press() {
      if (awaited.value !== undefined) return;
      const looking = invitees.flatMap(({entry, state}) => (state.kind === 'looking' && isLooking ? [entry] : []));
      awaited.value = new Set([...takeIn(), ...looking].map(({text}) => text.toLowerCase()));
    },
  };
}
