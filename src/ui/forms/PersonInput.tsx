import {useSignal} from '@preact/signals';
import type {RefObject, TargetedKeyboardEvent} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {type Entry, takePasted, takeTyped, withEntries} from '../../changes/people-entries.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {FoundUser} from '../../gitlab/model/model.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {Face} from '../atoms/Face.tsx';
import type {PeopleInUse} from './use-people.ts';
import {useUsersLike} from './use-users-like.ts';

const texts = uiFormsFieldsTexts.people;

/** How many accounts are suggested at most. */
const mostShown = 6;

interface PersonInputProps {
  readonly id: string;
  /** Id of what describes the field. */
  readonly hintId: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly gitlab: GitLab;
  readonly use: PeopleInUse;
  /** Told before somebody comes to the entries. */
  readonly onAdded: () => void;
  /** Leads from the beginning of the input to the last entry. */
  readonly onBack: () => void;
}

/** What stands in an input without what is selected of it. */
function unselected({value, selectionStart, selectionEnd}: HTMLInputElement): string {
  return value.slice(0, selectionStart ?? 0) + value.slice(selectionEnd ?? value.length);
}

/**
 * The input of a field of people: a combobox, in which arrow keys go through the accounts that were found. Enter takes the chosen one,
 * or makes an entry of what is typed; it never sends the form.
 */
export function PersonInput({id, hintId, input, gitlab, use, onAdded, onBack}: PersonInputProps) {
  const {people, change} = use;
  const {entries, typed} = people;
  const add = (more: readonly Entry[], rest: string) => {
    if (more.length > 0) onAdded();
    change(withEntries({entries, typed: rest}, more));
  };
  const takeIn = (text?: string) => {
    if (use.takeIn(text).length > 0) onAdded();
  };
  const found = useUsersLike(gitlab, typed);
  /** Id of the account that arrow keys led to. */
  const reached = useSignal<number | undefined>(undefined);
  const isAway = useSignal(false);
  const list = useRef<HTMLDivElement>(null);
  const isThere = ({username}: FoundUser) =>
    entries.some(({text}) => text.toLowerCase() === `@${username.toLowerCase()}`);
  const shown = found.filter(user => !isThere(user)).slice(0, mostShown);
  const isOpen = shown.length > 0 && !isAway.value;
  const active = shown.findIndex(({id: account}) => account === reached.value);
  useLayoutEffect(() => {
    if (isOpen) list.current?.scrollIntoView({block: 'nearest'});
  }, [isOpen]);

  const choose = (user: FoundUser | undefined) => {
    if (!user) return;
    reached.value = undefined;
    add([{kind: 'username', text: `@${user.username}`}], '');
  };
  const put = (event: ClipboardEvent | DragEvent, data: DataTransfer | null, field: HTMLInputElement) => {
    const pasted = takePasted(data?.getData('text/plain') ?? '');
    if (pasted === undefined) return;
    event.preventDefault();
    add(pasted, unselected(field));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    // Control+Enter confirms the form.
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const {key, repeat, currentTarget: field} = event;
    const isAtStart = field.selectionStart === 0 && field.selectionEnd === 0;
    if (key === 'Enter') {
      event.preventDefault();
      if (isOpen && active >= 0) choose(shown[active]);
      else takeIn(field.value);
    } else if (isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      // One place more than there are accounts: back in the text.
      const places = shown.length + 1;
      reached.value = shown[((active + 1 + step + places) % places) - 1]?.id;
    } else if (isOpen && key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      isAway.value = true;
    } else if (isAtStart && !repeat && (key === 'ArrowLeft' || (key === 'Backspace' && field.value === ''))) {
      if (entries.length === 0) return;
      event.preventDefault();
      onBack();
    }
  };
  const option = (index: number) => `${id}-option-${index}`;
  return (
    <div class="person-input">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-options` : undefined}
        aria-activedescendant={isOpen && active >= 0 ? option(active) : undefined}
        aria-describedby={hintId}
        value={typed}
        onInput={event => {
          isAway.value = false;
          reached.value = undefined;
          const {entries: more, typed: rest} = takeTyped(event.currentTarget.value);
          add(more, rest);
        }}
        onKeyDown={onKeyDown}
        onPaste={event => put(event, event.clipboardData, event.currentTarget)}
        onDrop={event => put(event, event.dataTransfer, event.currentTarget)}
        onBlur={({relatedTarget: next}) => {
          isAway.value = true;
          // Where it is a button, that would move away from under the hand.
          if (next instanceof Element && next.matches('input, select, textarea')) takeIn();
        }}
      />
      {isOpen && (
        // The focus stays in the input.
        <div
          ref={list}
          id={`${id}-options`}
          class="found"
          role="listbox"
          aria-label={texts.suggestions}
          onMouseDown={event => event.preventDefault()}
        >
          {shown.map((user, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys, as a combobox does.
            // biome-ignore lint/a11y/useFocusableInteractive: the input points to it and keeps the focus.
            <div
              key={user.id}
              id={option(index)}
              role="option"
              aria-selected={index === active}
              onClick={() => choose(user)}
            >
              <Face name={user.name} url={user.avatarUrl} />
              <span class="person">
                {user.name} <span class="where">@{user.username}</span>
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
