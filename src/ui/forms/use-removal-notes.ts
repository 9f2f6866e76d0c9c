import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import type {beforeRemoval} from '../../apply/still-there.ts';
import type {Change} from '../../changes/change.ts';
import type {Checklist} from '../../checklist/checklist.ts';

type Before = ReturnType<typeof beforeRemoval>;

/** What the undo of an invitation does beyond what it names, as far as what was read tells. */
export function useRemovalNotes({facts}: Checklist, change: Change): Before {
  const before = useSignal<Before>({notes: [], isIdle: false});
  const {members, invitations, user} = facts.value;
  useEffect(() => {
    if (change.kind !== 'remove') return;
    if (members?.state !== 'known' || invitations?.state !== 'known' || user?.state !== 'known') return;
    // It comes with what makes the change, which is loaded next anyway. Where it does not, the end tells the same.
    void import('../../apply/loaded.ts').then(
      ({beforeRemoval, presentOf}) => {
        before.value = beforeRemoval(presentOf(members.value, invitations.value), change, user.value);
      },
      () => undefined,
    );
  }, [members, invitations, user]);
  return before.value;
}
