import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import {type InviteFailures, inviteFailures} from '../../changes/invite-failures.ts';
import {hasLowerRole, inviteesOf, type Recipients, recipientsOf} from '../../changes/invitees.ts';
import {entriesIn, keptText, peopleText, withoutEntries} from '../../changes/people-entries.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {FactSheet} from '../../facts/facts.ts';
import {developer} from '../../gitlab/model/model.ts';
import {endsSession, type Problem} from '../../gitlab/model/problem.ts';
import {type Said, said} from '../../texts/said.ts';
import {uiFormsPeopleTexts} from '../../texts/ui-forms-people.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import {toastOf} from '../checklist/toast-state.ts';
import type {FormProps} from './form.ts';
import {InviteOutcome} from './InviteOutcome.tsx';
import {inviteMemory} from './invite-memory.ts';
import {PeopleField} from './PeopleField.tsx';
import {useKnownFacts} from './use-known-facts.ts';
import {type PeopleInUse, usePeople} from './use-people.ts';
import {usePeoplePress} from './use-people-press.ts';
import {useText} from './use-text.ts';

const texts = uiFormsPeopleTexts.invite;

/** What is known of the project's people and of whom GitLab did not take. */
function thereOf(checklist: Checklist, {members, invitations, user}: FactSheet) {
  const own = user?.state === 'known' ? user.value : undefined;
  return {
    members: members?.state === 'known' ? members.value : [],
    invitations: invitations?.state === 'known' ? invitations.value : [],
    ownId: own?.id,
    ownMails: own?.mails ?? [],
    workspace: checklist.sources.workspace,
    failed: inviteMemory(checklist).notInvited.value,
  };
}

const entryOf = ({username}: {readonly username: string}) => `@${username}`;

/** Why nobody was taken, in GitLab's own words where it gave some. */
function reasonOf({words}: Problem): Said | string {
  const [, own] = words.with ?? [];
  return words.text === 'gitlab.saysSo' && typeof own === 'string' ? said('apply.inGitLabsWords', own) : words;
}

/**
 * Those of the sent whom GitLab did not take, and why. Where it named nobody, it is those who are not there after it.
 *
 * @param problem why nothing of it was done, where that is so
 */
function notTaken(
  checklist: Checklist,
  {by, others}: InviteFailures,
  {mails, users}: Recipients,
  problem: Problem | undefined,
): InviteFailures['by'] {
  const reason = others.find(({text}) => text === 'apply.inGitLabsWords') ?? (problem && reasonOf(problem));
  if (reason === undefined || (problem && endsSession(problem.kind))) return by;
  const {members, invitations, workspace} = thereOf(checklist, checklist.facts.value);
  const there = inviteesOf(entriesIn(mails.join('\n')), new Map(), {members, invitations, workspace, ownId: undefined})
    .filter(({state}) => 'accessLevel' in state)
    .map(({entry}) => entry.text);
  const away = [
    ...mails.filter(mail => !there.includes(mail)),
    ...users.filter(({id}) => !members.some(member => member.id === id)).map(entryOf),
  ];
  return new Map([...away.map(entry => [entry.toLowerCase(), reason] as const), ...by]);
}

/** Whose the usernames are that are shown, for the button that invites them. */
function shownNames(invitees: PeopleInUse['invitees']): string {
  return invitees
    .flatMap(({entry, state}) => (state.kind === 'new' && entry.text.startsWith('@') ? entry.text : []))
    .join();
}

/** The form that invites people: who that is, what becomes of each, and of whom GitLab did not take why. */
export function InviteForm({checklist, row, onDone}: FormProps) {
  const {text, type, forget} = useText(checklist, 'people', '');
  const kept = useText(checklist, 'people-domains', '');
  const {notInvited, unsent, result} = inviteMemory(checklist);
  const form = useRef<HTMLFormElement>(null);
  const outcome = useRef<HTMLElement>(null);
  const isAwaited = useRef(false);
  useOpeningFocus(() => form.current?.querySelector('input'));
  const facts = useKnownFacts(checklist);
  const use = usePeople({
    gitlab: checklist.sources.gitlab,
    text,
    type,
    sure: kept.text.split('\n').filter(Boolean),
    onSure: domains => kept.type(domains.join('\n')),
    there: thereOf(checklist, facts),
  });
  useLayoutEffect(() => {
    if (!isAwaited.current || row.busy || !outcome.current) return;
    isAwaited.current = false;
    outcome.current.focus();
  });
  useEffect(() => {
    // Who was taken out of the field is not to be invited any more.
    const wanted = new Set(peopleText(text).entries.map(entry => entry.text.toLowerCase()));
    const left = [...notInvited.value].filter(([entry]) => wanted.has(entry));
    if (left.length < notInvited.value.size) notInvited.value = new Map(left);
    const still = [...unsent.value].filter(([entry]) => wanted.has(entry.toLowerCase()));
    if (still.length < unsent.value.size) unsent.value = new Map(still);
  }, [text]);
  const go = useRef(() => {});
  const {isWaiting, stopped, press} = usePeoplePress(use, () => go.current());
  if (facts.project?.state !== 'known') return null;
  const projectId = facts.project.value.id;
  const fresh = recipientsOf(use.all);
  const again = recipientsOf(use.all, 'failed');
  const countOf = ({mails, users}: Recipients) => mails.length + users.length;
  const count = countOf(fresh);
  const isRetry = count === 0 && countOf(again) > 0;
  const {isLooking} = use.accounts;
  const looked = use.invitees.filter(({state}) => isLooking && state.kind === 'looking').length;
  const isFree = !isWaiting && !row.busy;
  const isReady = (count + looked > 0 || isRetry || use.isTyping) && isFree;

  const invite = async (recipients: Recipients) => {
    const {mails, users} = recipients;
    const sent = [...mails, ...users.map(entryOf)];
    const made = await checklist.make(row.check, {kind: 'invite', projectId, mails, users, accessLevel: developer});
    const words = made.isMade ? made.left : made.problem && [made.problem.words];
    if (words === undefined) return;
    const failures = inviteFailures(words, sent);
    const by = notTaken(checklist, failures, recipients, made.isMade ? undefined : made.problem);
    const tried = new Set(sent.map(entry => entry.toLowerCase()));
    notInvited.value = new Map([...[...notInvited.value].filter(([entry]) => !tried.has(entry)), ...by]);
    isAwaited.current = true;
    result.value = undefined;
    if (!made.isMade) return;
    const taken = sent.filter(entry => !by.has(entry.toLowerCase()));
    const there = use.invitees.filter(({state}) => 'accessLevel' in state || state.kind === 'you');
    const wereThere = failures.others.filter(({text: id}) =>
      /^apply\.(\w+NotChanged|role(Not)?GivenBack\w*|addedByOther|roleMayBeByOther)$/.test(id),
    ).length;
    result.value = {sent: sent.length, taken: taken.length - wereThere, entry: made.entry?.id};
    // What was typed meanwhile stays.
    const rest = withoutEntries(peopleText(checklist.texts.all.value.get('people') ?? ''), [
      ...taken,
      ...there.map(({entry}) => entry.text),
    ]);
    type(keptText(rest));
    unsent.value = new Map(rest.entries.map(({text: entry}) => [entry, said('apply.stillInField')]));
    if (rest.entries.length > 0 || rest.typed.trim() !== '') {
      // The form says it, and stays.
      const {row: shown} = toastOf(checklist);
      if (shown.value === row.check.id) shown.value = undefined;
      return;
    }
    forget();
    kept.forget();
    formsOf(checklist).open.value = undefined;
    onDone();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (isReady) press();
  };
  go.current = () => {
    if (!row.busy && (count > 0 || isRetry)) void invite(isRetry ? again : fresh);
  };
  const send = isRetry && looked === 0 ? texts.retry(countOf(again)) : texts.send(count + looked);
  return (
    <form class="form" ref={form} aria-label={texts.form} onSubmit={onSubmit}>
      <InviteOutcome box={outcome} row={row} failed={notInvited.value} result={result.value} use={use} />
      <PeopleField
        id="invite-people"
        label={texts.label}
        hint={texts.hint}
        gitlab={checklist.sources.gitlab}
        use={use}
        stopped={stopped}
        onRetry={row.busy ? undefined : invitee => void invite(recipientsOf([invitee], 'failed'))}
      />
      {hasLowerRole(use.invitees) && (
        <>
          <p class="hint">{texts.changesNoRole}</p>
          <button
            type="button"
            onClick={() => {
              formsOf(checklist).open.value = {row: row.check.id, form: 'roles'};
            }}
          >
            {texts.changeRoles}
          </button>
        </>
      )}
      <p class="hint">{texts.getMail}</p>
      <div class="form-bar">
        <button type="submit" class="confirm" data-asks={shownNames(use.invitees)} aria-disabled={!isReady}>
          {row.busy ? texts.inviting : isWaiting ? texts.looking : send}
        </button>
      </div>
    </form>
  );
}
