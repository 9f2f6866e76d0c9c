import {effect, type Signal, signal} from '@preact/signals';
import {inviteFailures} from '../../changes/invite-failures.ts';
import {peopleText} from '../../changes/people-entries.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {type NotInvited, withNotInvited} from '../../checklist/not-invited.ts';
import {said} from '../../texts/said.ts';
import {formsOf} from '../checklist/open-form.ts';

/** What came of the last invitation from a checklist. */
export interface InviteResult {
  /** How many were to be invited, and how many of them GitLab took. */
  readonly sent: number;
  readonly taken: number;
  /** Its entry in the journal, where it can be undone. */
  readonly entry: string | undefined;
}

/** What is known of invitations from a checklist until its page is left. */
interface InviteMemory {
  /** Whom GitLab did not take, until they are invited or nobody wants it any more: the item is not done for the others. */
  readonly notInvited: Signal<NotInvited>;
  /** Who stands in the field and was not sent with the last invitation, as they were written, and why. */
  readonly unsent: Signal<NotInvited>;
  readonly result: Signal<InviteResult | undefined>;
}

const all = new WeakMap<Checklist, InviteMemory>();

/** The memory of a checklist: the same for whoever asks, also after the form was closed. */
export function inviteMemory(checklist: Checklist): InviteMemory {
  const known = all.get(checklist);
  if (known) return known;
  const notInvited = signal<NotInvited>(new Map());
  const unsent = signal<NotInvited>(new Map());
  const made: InviteMemory = {notInvited, unsent, result: signal<InviteResult | undefined>(undefined)};
  all.set(checklist, made);
  const {open} = formsOf(checklist);
  effect(() => {
    const asked = [...unsent.value].filter(([entry]) => !notInvited.value.has(entry.toLowerCase()));
    const value: NotInvited = new Map([...notInvited.value, ...asked]);
    const rest = [...checklist.beside.peek()].filter(([id]) => id !== 'members');
    const members = {
      find: (finding: Parameters<typeof withNotInvited>[0], facts: Parameters<typeof withNotInvited>[2]) =>
        withNotInvited(finding, value, facts, open.value?.form === 'invite'),
      unsaid: (left: Parameters<typeof inviteFailures>[0]) => inviteFailures(left, [...value.keys()]).others,
    };
    checklist.beside.value = new Map(value.size > 0 ? [...rest, ['members', members]] : rest);
  });
  return made;
}

/** Takes in whom GitLab did not take elsewhere, as far as they still stand in the item's field. */
export function rememberRefused(checklist: Checklist, refused: NotInvited): void {
  const {notInvited} = inviteMemory(checklist);
  const {entries} = peopleText(checklist.texts.all.value.get('people') ?? '');
  const wanted = new Set(entries.map(({text}) => text.toLowerCase()));
  const left = [...refused].filter(([entry]) => wanted.has(entry));
  if (left.length > 0) notInvited.value = new Map([...left, ...notInvited.value]);
}

/** Takes in who stands in the field from an earlier page: the item tells of them from the beginning. */
export function recallUnsent(checklist: Checklist): void {
  const {unsent, notInvited} = inviteMemory(checklist);
  if (unsent.value.size + notInvited.value.size > 0) return;
  const {entries} = peopleText(checklist.texts.all.value.get('people') ?? '');
  const people = entries.filter(({kind}) => kind !== 'unclear');
  unsent.value = new Map(people.map(({text}) => [text, said('apply.leftInField')]));
}
