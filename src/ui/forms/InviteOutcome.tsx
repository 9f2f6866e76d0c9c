import type {RefObject} from 'preact';
import {inviteFailures} from '../../changes/invite-failures.ts';
import type {Row} from '../../checklist/row.ts';
import type {Said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsPeopleTexts} from '../../texts/ui-forms-people.ts';
import {Details} from '../atoms/Details.tsx';
import type {InviteResult} from './invite-memory.ts';
import type {PeopleInUse} from './use-people.ts';

const texts = uiFormsPeopleTexts.invite;

interface InviteOutcomeProps {
  readonly box: RefObject<HTMLElement | null>;
  readonly row: Row;
  /** Whom GitLab did not take; why stands beside each of them. */
  readonly failed: ReadonlyMap<string, Said | string>;
  readonly result: InviteResult | undefined;
  readonly use: PeopleInUse;
}

/** What came of the last invitation, in place of what the item would say of it. */
export function InviteOutcome({box, row, failed, result, use}: InviteOutcomeProps) {
  const {left, problem, done} = row;
  const entries = [...failed.keys()];
  const isShown = result !== undefined && (done?.id === result.entry || left.length > 0);
  const told = inviteFailures(problem ? [problem.words] : left, entries).others;
  const sentences: string[] = [];
  if (problem) {
    // Where the answer was lost, nobody knows.
    const isSure = problem.kind !== 'unavailable' && problem.kind !== 'offline';
    if (isSure) sentences.push(texts.nobodyInvited);
    if (told.length > 0) sentences.push(...told.map(say), say(problem.advice));
  }
  if (!problem && isShown && result) {
    const {sent, taken} = result;
    sentences.push(taken === sent ? texts.invited(sent) : texts.someInvited(taken, sent));
  }
  if (isShown && use.people.entries.length > 0) sentences.push(texts.whoIsLeft);
  const lines = problem ? [] : told.map(say);
  if (sentences.length + lines.length === 0) return null;
  const isGood = problem === undefined && lines.length === 0 && result?.taken === result?.sent;
  return (
    <section
      ref={box}
      class={problem ? 'problem' : `notice ${isGood ? 'info' : 'warning'}`}
      aria-label={texts.result}
      tabIndex={-1}
    >
      <p>{sentences.join(' ')}</p>
      {lines.length > 0 && <Details lines={lines} />}
    </section>
  );
}
