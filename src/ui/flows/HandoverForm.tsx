import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {mayPush} from '../../apply/may-push.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {plainContext} from '../../customer/filling/plain-context.ts';
import type {FlowControl} from '../../flows/controller.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {fieldsLeft, isGiven, linesOf, proposedMessage, renamedFiles, seenIn} from '../../flows/handover.ts';
import {newBranch} from '../../flows/new-branch.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {CommitFields, commitFault} from '../forms/CommitFields.tsx';
import {FieldsLeft} from './FieldsLeft.tsx';
import {LineList} from './LineList.tsx';
import {MembersOfSides} from './MembersOfSides.tsx';
import {NoLines} from './NoLines.tsx';
import {SettingsToCome} from './SettingsToCome.tsx';
import {useNamings} from './use-namings.ts';

type Plan = FlowOf<'from-another-csm'>['plan'];

interface HandoverFormProps {
  readonly control: FlowControl;
  readonly flow: FlowOf<'from-another-csm'>;
  readonly checklist: Checklist;
}

/** Shows what names the former CSM, what is not filled in, who has access and what differs; then does what was agreed to. */
export function HandoverForm({control, flow, checklist}: HandoverFormProps) {
  const {plan} = flow;
  const facts = checklist.facts.value;
  const {project, readme, issueTemplates, brackets} = facts;
  const form = useRef<HTMLFormElement>(null);
  const canPush = useSignal(true);
  const {user, problem, named, found} = useNamings(checklist, plan.former);
  useOpeningFocus(() => form.current?.querySelector('input'));
  useEffect(() => {
    if (project?.state !== 'known') return;
    void mayPush(checklist.sources.gitlab, project.value).then(may => {
      canPush.value = may;
    });
  }, []);
  const typed = new Map(plan.replacements);
  const replacements = found.map(({text, proposal}): [string, string] => [text, typed.get(text) ?? proposal]);
  /** What was typed before is in what is shown, also where it is not drawn yet. */
  const change = (partOf: (latest: Plan) => Partial<Plan>) => {
    const latest = control.flow.value;
    if (latest.kind !== 'from-another-csm') return;
    control.edit({...latest, plan: {...latest.plan, ...partOf(latest.plan)}});
  };
  const set = (text: string, value: string) =>
    change(latest => ({replacements: [...new Map(latest.replacements).set(text, value)]}));
  const setValues = (entries: Iterable<readonly [string, string | undefined]>) =>
    change(latest => {
      const next = new Map(latest.values);
      for (const [key, value] of entries) {
        if (value === undefined) next.delete(key);
        else next.set(key, value);
      }
      return {values: [...next]};
    });
  const writing = {replacements, values: plan.values};
  const fields = useMemo(
    () => fieldsLeft(facts, {replacements}),
    [readme, issueTemplates, brackets, JSON.stringify(replacements)],
  );
  const changed = renamedFiles(facts, writing);
  const lines = linesOf(changed);
  const filled = fields.filter(isGiven(plan.values)).length;
  const words = {
    message: plan.commit?.message ?? proposedMessage(changed, writing, filled),
    branch: canPush.value ? undefined : (plan.commit?.branch ?? newBranch(flow.startedAt)),
    target: project?.state === 'known' ? (project.value.defaultBranch ?? undefined) : undefined,
  };
  const setCommit = (part: Plan['commit']) => change(latest => ({commit: {...latest.commit, ...part}}));
  const isReady =
    !control.isEnded.value && user !== undefined && (changed.length === 0 || commitFault(words) === undefined);
  const begin = async () => {
    if (!isReady) return;
    change(() => ({replacements, seen: seenIn(changed)}));
    await checklist.choosePlaybook('from-another-csm');
    await control.goOn();
  };
  return (
    <form
      class="form"
      ref={form}
      aria-label={uiFlowsTexts.handover.label}
      onSubmit={event => {
        event.preventDefault();
        void begin();
      }}
    >
      <div class="field">
        <label for="flow-former">{uiFlowsTexts.handover.former}</label>
        <input
          id="flow-former"
          type="text"
          autocomplete="off"
          value={named}
          onInput={event => {
            const former = event.currentTarget.value;
            change(() => ({former}));
          }}
        />
      </div>
      <ProblemAlert problem={problem} />
      {user !== undefined && found.length === 0 && named.trim() !== '' && (
        <p class="hint">{uiFlowsTexts.handover.notNamed(named.trim())}</p>
      )}
      {found.map(({text, lines: places}, index) => (
        <div key={text} class="field">
          <label for={`flow-naming-${index}`}>{uiFlowsTexts.handover.insteadOf(text)}</label>
          <p class="hint" id={`flow-naming-${index}-hint`}>
            {uiFlowsTexts.handover.inLines(places.length)} <q>{plainContext(places[0]?.text ?? '')}</q>
          </p>
          <input
            id={`flow-naming-${index}`}
            type="text"
            autocomplete="off"
            aria-describedby={`flow-naming-${index}-hint`}
            value={typed.get(text) ?? found[index]?.proposal ?? ''}
            onInput={event => set(text, event.currentTarget.value)}
          />
        </div>
      ))}
      {found.length > 0 && <p class="hint">{uiFlowsTexts.handover.keepOld}</p>}
      {project?.state === 'known' && (
        <FieldsLeft
          checklist={checklist}
          project={project.value}
          fields={fields}
          values={new Map(plan.values)}
          set={setValues}
        />
      )}
      <section class="preview" aria-label={uiFlowsTexts.whatWillHappen}>
        <h4>{uiFlowsTexts.whatWillHappen}</h4>
        {lines.length === 0 && <NoLines facts={facts} />}
        {lines.length > 0 && (
          <p>
            {uiFlowsTexts.handover.oneCommit}
            {!canPush.value && ` ${uiFlowsTexts.handover.becomesRequest}`}
          </p>
        )}
        <LineList lines={lines} />
        <SettingsToCome checklist={checklist} />
      </section>
      {changed.length > 0 && (
        <CommitFields
          {...words}
          prefix="flow"
          onMessage={message => setCommit({message})}
          onBranch={branch => setCommit({branch})}
        />
      )}
      <section aria-label={uiFlowsTexts.handover.members}>
        <h4>{uiFlowsTexts.handover.whoHasAccess}</h4>
        <MembersOfSides checklist={checklist} />
      </section>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {uiFlowsTexts.plan.takeOver(plan.projectName)}
      </button>
    </form>
  );
}
