import {useSignal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import type {Invitee, InviteeState} from '../../changes/invitees.ts';
import {entriesIn, withEntries, withoutEntries} from '../../changes/people-entries.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {inTurn} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {Alert} from '../atoms/Alert.tsx';
import {PersonChip, toneOf} from './PersonChip.tsx';
import {PersonInput} from './PersonInput.tsx';
import type {PeopleInUse} from './use-people.ts';
import type {Stopped} from './use-people-press.ts';

const texts = uiFormsFieldsTexts.people;

interface PeopleFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly gitlab: GitLab;
  readonly use: PeopleInUse;
  /** Whom to look at before it goes on; see `usePeoplePress`. */
  readonly stopped?: Stopped | undefined;
  /** Invites somebody once more whom GitLab did not take; none while something is under way. */
  readonly onRetry?: ((invitee: Invitee) => void) | undefined;
}

/** Why accounts could not be looked up, and a button that tries again. */
function NotLookedUp({use: {invitees, accounts}}: Pick<PeopleFieldProps, 'use'>) {
  const {problem, lookAgain} = accounts;
  if (problem === undefined) return null;
  const names = invitees.flatMap(({entry, state}) => (state.kind === 'looking' ? [entry.text] : []));
  return (
    <>
      <Alert>{texts.notLookedUp(names, say(inTurn(problem.words, problem.advice)))}</Alert>
      <button type="button" onClick={lookAgain}>
        {texts.lookAgain}
      </button>
    </>
  );
}

/** Whether somebody is asked about, or cannot be invited as they stand. */
const isOpen = ({state}: Invitee) => ['asked', 'wrong'].includes(toneOf(state));

/** What is not counted as somebody: nobody is known by it, or it is no person. */
const nobody: ReadonlySet<InviteeState['kind']> = new Set(['unclear', 'no-user', 'bot']);

/** Whether a key types something, or pastes it. Space presses what has the focus. */
function isTyped(event: KeyboardEvent): boolean {
  const {key, altKey} = event;
  // What a layout has on AltGr is typed with Control and Alt on some systems.
  const isChord = (event.ctrlKey || event.metaKey) && !altKey && !event.getModifierState('AltGraph');
  return isChord ? key.toLowerCase() === 'v' : key === 'Dead' || (key !== ' ' && [...key].length === 1);
}

/**
 * A field of people: each is an entry with who it is and what becomes of them, and what is typed or pasted becomes entries. Next to the
 * input stand those of whom something is left to do. From the beginning of the input, Backspace and the left arrow lead to the last entry,
 * and arrow keys from one to the next; what is typed there goes on in the input.
 */
export function PeopleField({id, label, hint, gitlab, use, stopped, onRetry}: PeopleFieldProps) {
  const {people, accounts, change, correct, keep} = use;
  const {entries, typed} = people;
  const isAsked = ({state}: Invitee) => state.kind === 'asked';
  const open = use.invitees.filter(isOpen).sort((one, other) => Number(isAsked(other)) - Number(isAsked(one)));
  const settled = use.invitees.filter(invitee => !isOpen(invitee));
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** The entry that Tab leads to. */
  const at = useSignal(-1);
  /** What is to have the focus once it is drawn: an entry by its place, the next question, or the input. */
  const wanted = useRef<number | 'question' | 'input' | undefined>(undefined);
  /** Whether somebody was just added. */
  const isAdded = useRef(false);
  const stop = at.value >= 0 && at.value < entries.length ? at.value : entries.length - 1;
  const focusEntry = (index: number) => {
    const button = list.current?.querySelectorAll<HTMLElement>('.remove')[index];
    (button ?? input.current)?.focus();
  };
  useLayoutEffect(() => {
    const {current: to} = wanted;
    wanted.current = undefined;
    if (to === undefined) return;
    if (typeof to === 'number') focusEntry(to);
    else
      (
        (to === 'question' && list.current?.querySelector<HTMLElement>('.asked .answers button')) ||
        input.current
      )?.focus();
  });

  useLayoutEffect(() => {
    if (stopped === undefined) return;
    const chip = [...(list.current?.querySelectorAll<HTMLElement>('[data-person]') ?? [])].find(
      ({dataset}) => dataset.person === stopped.at,
    );
    (chip?.querySelector<HTMLElement>('.answers button') ?? input.current)?.focus();
  }, [stopped]);
  useLayoutEffect(() => {
    // Who came last stands at the end.
    const box = list.current?.querySelector('.settled');
    if (box) box.scrollTop = box.scrollHeight;
  }, [settled.length]);
  useLayoutEffect(() => {
    // Who comes pushes the input down; it stays in sight of who adds them there.
    if (isAdded.current && input.current?.matches(':focus')) input.current.scrollIntoView({block: 'nearest'});
    isAdded.current = false;
  });

  const remove = ({entry}: Invitee, index: number) => {
    wanted.current = Math.min(index, entries.length - 2);
    change(withoutEntries(people, [entry.text]));
  };
  const edit = ({entry}: Invitee) => {
    wanted.current = 'input';
    const rest = withoutEntries(people, [entry.text]);
    change({...withEntries(rest, entriesIn(typed)), typed: entry.text});
  };
  const onKeyDown = (event: KeyboardEvent, invitee: Invitee, index: number) => {
    const {key, repeat, isComposing} = event;
    if (isComposing) return;
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: Math.max(0, index - 1),
      ArrowRight: index + 1,
      Home: 0,
      End: entries.length,
    };
    const next = to[key];
    // The browser puts the character where the focus is by then.
    if (isTyped(event)) input.current?.focus();
    const isRemoval = key === 'Backspace' || key === 'Delete';
    if (next === undefined && !isRemoval) return;
    event.preventDefault();
    if (next !== undefined) focusEntry(next);
    else if (!repeat) remove(invitee, index);
  };
  const count = use.invitees.filter(({state}) => !nobody.has(state.kind)).length;
  const waiting = open.filter(({entry, state}) => state.kind === 'asked' && entry.kind === 'mail').length;
  const drawn = (invitee: Invitee, index: number) => (
    <PersonChip
      key={invitee.entry.text}
      invitee={invitee}
      isNotFound={accounts.problem !== undefined}
      isTabStop={index === stop}
      onFocus={() => {
        at.value = index;
      }}
      onKeyDown={event => onKeyDown(event, invitee, index)}
      onRemove={() => remove(invitee, index)}
      onEdit={() => edit(invitee)}
      onCorrect={() => {
        wanted.current = 'question';
        correct(invitee);
      }}
      onKeep={domain => {
        wanted.current = 'question';
        keep(domain);
      }}
      onRetry={onRetry && (() => onRetry(invitee))}
    />
  );
  return (
    <div class="field people">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <NotLookedUp use={use} />
      {entries.length > 0 && (
        <div class="chip-lists" ref={list}>
          {settled.length > 0 && (
            <ul class="chips settled" aria-label={texts.added}>
              {settled.map((invitee, index) => drawn(invitee, index))}
            </ul>
          )}
          {open.length > 0 && (
            <ul class="chips" aria-label={texts.open}>
              {open.map((invitee, index) => drawn(invitee, settled.length + index))}
            </ul>
          )}
        </div>
      )}
      <PersonInput
        id={id}
        hintId={`${id}-hint`}
        input={input}
        gitlab={gitlab}
        use={use}
        onAdded={() => {
          isAdded.current = true;
        }}
        onBack={() => focusEntry(entries.length - 1)}
      />
      <p class="hidden" role="status">
        {count > 0 && texts.count(count)}
      </p>
      <p class="hint asks" aria-live="polite">
        {waiting > 0 && texts.waiting(waiting)}
        {stopped?.isFound && use.invitees.some(({entry}) => entry.text === stopped.at) && texts.found}
      </p>
    </div>
  );
}
