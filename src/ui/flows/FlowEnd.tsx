import {useEffect, useRef} from 'preact/hooks';
import {ignoredPieces} from '../../changes/invitees.ts';
import {peopleText} from '../../changes/people-entries.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Row} from '../../checklist/row.ts';
import {titleOf} from '../../customer/checks/check.ts';
import {customerName} from '../../customer/checks/customer.ts';
import {takeIn} from '../../customers/take-in.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {Flow} from '../../flows/flow.ts';
import {invitedBy, refusedPeople, uninvitedWords} from '../../flows/invitation.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {Fold} from '../atoms/Fold.tsx';
import {keepCalm} from '../atoms/keep-calm.ts';
import {Groups} from '../checklist/Groups.tsx';
import {LazyToast} from '../checklist/LazyToast.tsx';
import {listOf} from '../checklist/list-state.ts';
import {formsOf} from '../checklist/open-form.ts';
import {openItem, whenInSight} from '../checklist/open-item.ts';
import {useOtherPrimary} from '../checklist/use-other-primary.ts';
import {firstField} from '../forms/focus-field.ts';
import {Introduction} from '../forms/Introduction.tsx';
import {rememberRefused} from '../forms/invite-memory.ts';
import type {PanelPage} from '../page.ts';
import {endFlow} from './end-flow.ts';
import {HandoverReport} from './HandoverReport.tsx';
import {openFirst} from './open-first.ts';

const texts = uiFlowsTexts.end;

interface FlowEndProps {
  readonly control: FlowControl;
  readonly page: PanelPage;
}

/** What is typed or chosen in. */
const fields = ':is(input,textarea,select)';

/** The customer that a flow was about. */
function nameOf({kind, plan}: FlowControl['flow']['value'], customer: Checklist | undefined): string {
  if (kind !== 'from-another-csm') return plan.name.trim();
  const project = customer?.facts.value.project;
  const name = customer && project?.state === 'known' && customerName(project.value, customer.sources.workspace);
  return name || plan.projectName;
}

/** Whether a form only shows something, so that no button of it is to be pressed. */
const isReadOnly = (form: string) => ['overview', 'people', 'introduction'].includes(form);

/** Opens what is to be done next, and puts the customer into the lists, as soon as it was read. */
function useWhatFollows({control, page}: FlowEndProps, result: {readonly current: HTMLElement | null}): void {
  const customer = control.checklist.value;
  const flow = control.flow.value;
  const {kind} = flow;
  const isRead = customer?.progress.value !== undefined && !customer.reading.value;
  const isOpened = useRef(false);
  useEffect(() => {
    if (!customer || !isRead) return;
    // Without it, the customer is in the list as soon as all are read.
    void takeIn(page, customer, {known: page.knownCustomers, isNew: kind === 'new-customer'}).catch(() => undefined);
    if (isOpened.current || !result.current) return;
    isOpened.current = true;
    const panel = result.current.closest<HTMLElement>('.panel');
    if (panel) keepCalm(panel);
    openFirst(customer);
  }, [customer, isRead]);
  const people = customer?.texts.all.value.get('people');
  useEffect(() => {
    if (!customer || !isRead || flow.kind !== 'new-customer') return;
    void customer.texts.load();
    rememberRefused(customer, refusedPeople(flow));
  }, [customer, isRead, people === undefined]);
  useEffect(() => {
    // The group's list of projects lacks the new one.
    if (page.place.kind === 'group') void page.checklist.refresh();
  }, []);
}

/** Of whom nothing was said step by step, because there was nobody to be invited: those who still wait in the item's field, and why. */
function wordsOfWaiting(flow: Flow, customer: Checklist | undefined): string[] {
  if (flow.kind !== 'new-customer' || flow.steps.members !== undefined) return [];
  const {entries} = peopleText(customer?.texts.all.value.get('people') ?? '');
  const waits = new Set(entries.map(({text}) => text.toLowerCase()));
  const {nobody, asked, unclear} = invitedBy(flow.plan);
  const [unknown, open, other] = [nobody, asked, unclear].map(all => all.filter(text => waits.has(text.toLowerCase())));
  const words = uninvitedWords({nobody: unknown ?? [], asked: open ?? []}).map(say);
  return other?.length ? [...words, uiFlowsTexts.newCustomer.notInvited([ignoredPieces(other)])] : words;
}

/** What came of a flow: how far the customer is, the way on, and what is left for a person. */
export function FlowEnd({control, page}: FlowEndProps) {
  const result = useRef<HTMLElement>(null);
  const customer = control.checklist.value;
  useWhatFollows({control, page}, result);
  const flow = control.flow.value;
  const isOwnPage = customer === page.checklist;
  const progress = customer?.progress.value;
  const address = customer?.address.value;
  const name = nameOf(flow, customer);
  const left = progress && progress.all - progress.done;
  const groups = customer && listOf(customer).groups;
  const toFix = groups?.['fix-now'].value.length ?? 0;
  const first = groups?.['needs-you'].value[0];
  const openForm = customer && formsOf(customer).open.value?.form;
  // On the page itself there is one button to be pressed next: that of a form which stands open, or this one.
  const isNext = openForm === undefined || isReadOnly(openForm);
  useOtherPrimary(customer, true);
  const goToFirst = async ({check}: Row) => {
    const panel = result.current?.closest('.panel');
    await endFlow(control, result.current);
    if (!customer) return;
    const stood = formsOf(customer).open.value?.row === check.id;
    openItem(customer, () => panel, check.id, {withForm: true});
    // Its form was opened with the summary, and had not the focus.
    const fieldOf = (form: ParentNode | null | undefined) =>
      firstField(form) ?? form?.querySelector<HTMLElement>(fields);
    if (stood)
      whenInSight(
        () => fieldOf(panel?.querySelector(`[data-check="${check.id}"] .form`)),
        field => field.focus(),
      );
  };
  const wereInvited = flow.kind === 'new-customer' && flow.steps.members?.state === 'done';
  const {mails, users} = wereInvited ? invitedBy(flow.plan) : {mails: [], users: []};
  return (
    <>
      <section class="result" ref={result} tabIndex={-1} aria-labelledby="flow-result">
        <h4 id="flow-result">
          {progress === undefined || left === undefined
            ? texts.ready(name)
            : left === 0
              ? texts.allDone(name)
              : texts.readyBut(name, {done: progress.done, toFix, needYou: left - toFix})}
        </h4>
        {wordsOfWaiting(flow, customer).map(words => (
          <p key={words} class="hint">
            {words}
          </p>
        ))}
        <div class="actions">
          {!isOwnPage && address !== undefined && (
            <a
              class="confirm"
              href={address}
              onClick={event => {
                // In another tab it is looked at while this one stays.
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                void control.end().then(() => location.assign(address));
              }}
            >
              {texts.openProject}
            </a>
          )}
          {isOwnPage && first && (
            <button type="button" class={isNext ? 'confirm' : undefined} onClick={() => void goToFirst(first)}>
              {texts.next(titleOf(first.check, first.finding?.verdict))}
            </button>
          )}
          <button
            type="button"
            class={isOwnPage && !first ? 'confirm' : undefined}
            onClick={() => void endFlow(control, result.current)}
          >
            {texts.finish}
          </button>
        </div>
      </section>
      {customer !== undefined && !isOwnPage && (
        <>
          <Groups checklist={customer} />
          <LazyToast checklist={customer} />
        </>
      )}
      {flow.kind === 'from-another-csm' && <HandoverReport checklist={page.checklist} />}
      {customer !== undefined && (
        <Fold words={texts.introduce} startsOpen={!isOwnPage}>
          <Introduction
            id="flow-introduction"
            checklist={customer}
            invited={{mails, usernames: users.map(({username}) => username)}}
          />
        </Fold>
      )}
    </>
  );
}
