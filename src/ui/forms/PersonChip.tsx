import type {Invitee, InviteeState} from '../../changes/invitees.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {Face} from '../atoms/Face.tsx';
import {Icon} from '../atoms/Icon.tsx';

const texts = uiFormsFieldsTexts.people;

/** How an entry looks: `still` is there already, `asked` waits for an answer, `wrong` cannot be invited as it is. */
export function toneOf({kind}: InviteeState): '' | 'still' | 'asked' | 'wrong' {
  switch (kind) {
    case 'new':
    case 'looking':
      return '';
    case 'member':
    case 'invited':
    case 'you':
      return 'still';
    case 'asked':
      return 'asked';
    default:
      return 'wrong';
  }
}

/** What becomes of somebody, where that is not clear by itself. */
function noteOf({entry, state}: Invitee, isNotFound: boolean): string | undefined {
  switch (state.kind) {
    case 'new':
      if (entry.kind === 'username') return undefined;
      // Beside name and address there is no room for what the form says below.
      return state.isColleague ? texts.isTeam : entry.name === undefined ? texts.getsEmail : undefined;
    case 'asked':
      return state.question.kind === 'other'
        ? texts.othersAreAt(state.question.usual)
        : texts.didYouMean(state.question.instead);
    case 'failed':
      return say(state.words);
    case 'member':
      return texts.isMember(state.accessLevel);
    case 'invited':
      return texts.isInvited(state.accessLevel);
    case 'you':
      return texts.isYou;
    case 'looking':
      return isNotFound ? texts.notFound : texts.looking;
    case 'no-user':
      return texts.noUser;
    case 'bot':
      return texts.isBot;
    case 'account':
      return texts.accountIs(state.state.replaceAll('_', ' '));
    case 'unclear':
      return texts.unclear;
  }
}

interface PersonChipProps {
  readonly invitee: Invitee;
  /** Whether the last try to look accounts up failed. */
  readonly isNotFound: boolean;
  /** Whether Tab leads to it: to one of all. */
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onRemove: () => void;
  readonly onEdit: () => void;
  readonly onCorrect: () => void;
  readonly onKeep: (domain: string) => void;
  /** Invites this one once more; none while something is under way. */
  readonly onRetry: (() => void) | undefined;
}

/** Somebody in a field of people: who it is, what becomes of them, and what can be done about it. */
export function PersonChip(props: PersonChipProps) {
  const {invitee, isNotFound, isTabStop, onFocus, onKeyDown, onRemove, onEdit, onCorrect, onKeep, onRetry} = props;
  const {entry, state, user} = invitee;
  const tone = toneOf(state);
  const name = user?.name ?? entry.name ?? entry.text;
  const notes = [name === entry.text ? undefined : entry.text, noteOf(invitee, isNotFound)];
  const question = state.kind === 'asked' ? state.question : undefined;
  return (
    <li class={tone === '' ? 'chip' : `chip ${tone}`} data-person={entry.text}>
      <Face name={name} url={user?.avatarUrl} />
      <span class="person">
        {name} <span class="where">{notes.filter(Boolean).join(' · ')}</span>
        {(question || tone === 'wrong') && (
          <span class="answers">
            {question && question.kind !== 'other' && (
              <button type="button" onClick={onCorrect}>
                {texts.use(question.usual)}
              </button>
            )}
            {question && question.kind !== 'incomplete' && (
              <button type="button" onClick={() => onKeep(question.domain)}>
                {texts.keep(question.domain)}
              </button>
            )}
            {state.kind === 'failed' && (
              <button
                type="button"
                aria-label={texts.retryOf(entry.text)}
                aria-disabled={onRetry === undefined}
                onClick={onRetry}
              >
                {texts.retry}
              </button>
            )}
            {tone === 'wrong' && (
              <button type="button" class="quiet" aria-label={texts.editOf(entry.text)} onClick={onEdit}>
                {texts.edit}
              </button>
            )}
          </span>
        )}
      </span>
      <button
        type="button"
        class="plain remove"
        tabIndex={isTabStop ? 0 : -1}
        aria-label={texts.remove(entry.text)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
