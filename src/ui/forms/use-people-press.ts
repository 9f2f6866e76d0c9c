import {useSignal} from '@preact/signals';
import {useLayoutEffect} from 'preact/hooks';
import type {Invitee} from '../../changes/invitees.ts';
import type {PeopleInUse} from './use-people.ts';

/** The button that goes on with the people of a field. */
interface PeoplePress {
  /** Whether it was pressed, and goes on once everybody is looked up. */
  readonly isWaiting: boolean;
  readonly stopped: Stopped | undefined;
  readonly press: () => void;
}

/**
 * Who keeps it from going on, a new object each time: somebody who was taken in with the press, and is not invited as they stand; or
 * whose name was not known before it.
 */
export interface Stopped {
  readonly at: string;
  /** Whether it goes on with the next press: who has the username is shown by now. */
  readonly isFound: boolean;
}

/** Whether somebody needs a look before it goes on without them. */
const stops = ({state: {kind}}: Invitee) => ['asked', 'looking', 'no-user', 'bot', 'account', 'unclear'].includes(kind);

/** Whether somebody would be invited by a username. */
const isByName = ({entry, state}: Invitee) => state.kind === 'new' && entry.text.startsWith('@');

/**
 * One press of a form's button takes in what is typed, waits until everybody is looked up, and goes on; where somebody who was taken in
 * or looked up then cannot be invited, or is asked about, it stops there. Nobody is invited by a username before it was shown whose it is.
 *
 * @param go what the button does; that of the latest drawing is called
 * @param isShownNext whether that shows who it is and asks again
 */
export function usePeoplePress(
  {takeIn, invitees, accounts: {isLooking}}: PeopleInUse,
  go: () => void,
  isShownNext = false,
): PeoplePress {
  const awaited = useSignal<ReadonlySet<string> | undefined>(undefined);
  const stopped = useSignal<Stopped | undefined>(undefined);
  useLayoutEffect(() => {
    const {value: names} = awaited;
    if (names === undefined || isLooking) return;
    awaited.value = undefined;
    const taken = invitees.filter(({entry}) => names.has(entry.text.toLowerCase()));
    const first = taken.find(stops) ?? (isShownNext ? undefined : taken.find(isByName));
    if (first) stopped.value = {at: first.entry.text, isFound: isByName(first)};
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
