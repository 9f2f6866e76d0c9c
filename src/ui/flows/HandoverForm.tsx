import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {mayPush} from '../../apply/may-push.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import {handoverMessage, readmeFiles, rulesOf, templateFiles} from '../../customer/filling/files.ts';
import {knownValues} from '../../customer/filling/known-values.ts';
import {otherCsmIn} from '../../customer/playbooks/guess.ts';
import type {FlowControl} from '../../flows/controller.ts';
import {filledBefore} from '../../flows/filled-before.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {formerOf, linesOf, namings, renamedFiles, seenIn} from '../../flows/handover.ts';
import {newBranch} from '../../flows/new-branch.ts';
import {templateTexts} from '../../flows/template-texts.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {User} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {suggestValues} from '../../placeholders/index.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {CommitFields, commitFault} from '../forms/CommitFields.tsx';
import {LineList} from './LineList.tsx';
import {MembersOfSides} from './MembersOfSides.tsx';
import {NoLines} from './NoLines.tsx';
import {SettingsToCome} from './SettingsToCome.tsx';

type Plan = FlowOf<'from-another-csm'>['plan'];

interface HandoverFormProps {
  readonly control: FlowControl;
  readonly flow: FlowOf<'from-another-csm'>;
  readonly checklist: Checklist;
}

/** Milliseconds of quiet after typing before GitLab is asked for an account. */
const quiet = 300;

/** Shows what names the former CSM, who has access and what differs; then does what was agreed to. */
export function HandoverForm({control, flow, checklist}: HandoverFormProps) {
  const {plan} = flow;
  const facts = checklist.facts.value;
  const form = useRef<HTMLFormElement>(null);
  const user = useSignal<User | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const account = useSignal<User | undefined>(undefined);
  const mail = useSignal<string | undefined>(undefined);
  const template = useSignal('');
  const canPush = useSignal(true);
  const {gitlab, workspace} = checklist.sources;
  useOpeningFocus(() => form.current?.querySelector('input'));
  useEffect(() => {
    void typedOf(checklist).load();
    checklist.means.pageUser().then(
      me => {
        user.value = me;
      },
      error => {
        problem.value = problemOf(error);
      },
    );
    // Without the own mail nothing is proposed, and without the template only what names the person is found.
    gitlab.ownMail().then(
      own => {
        mail.value = own;
      },
      () => undefined,
    );
    templateTexts(gitlab, workspace).then(
      ([readme]) => {
        template.value = readme?.text ?? '';
      },
      () => undefined,
    );
    const {project} = facts;
    if (project?.state !== 'known') return;
    void mayPush(gitlab, project.value).then(may => {
      canPush.value = may;
    });
  }, []);
  const {readme, issueTemplates, members} = facts;
  const files = useMemo(() => [...readmeFiles(facts), ...templateFiles(facts)], [readme, issueTemplates]);
  const guessed = useMemo(() => {
    const [first] = readmeFiles(facts);
    return (user.value && first && otherCsmIn(first.text, user.value)) ?? '';
  }, [readme, user.value]);
  const named = plan.former ?? guessed;
  const history = typedOf(checklist).history.value;
  const username = /^@\S+$/.test(named.trim()) ? named.trim().slice(1) : undefined;
  useEffect(() => {
    if (username === undefined) return undefined;
    const timer = setTimeout(async () => {
      // Without the name, only the username is looked for.
      account.value = await gitlab.userNamed(username).catch(() => undefined);
    }, quiet);
    return () => clearTimeout(timer);
  }, [username]);
  const filled = useMemo(() => {
    const [first] = readmeFiles(facts);
    return first === undefined ? [] : filledBefore(template.value, first.text);
  }, [readme, template.value]);
  const found = useMemo(() => {
    const {project} = facts;
    if (user.value === undefined || named.trim() === '' || project?.state !== 'known') return [];
    const people = [...(members?.state === 'known' ? members.value : []), ...(account.value ? [account.value] : [])];
    const known = knownValues(project.value, facts, workspace, new Date());
    const aliases = rulesOf(facts).aliases ?? workspace.placeholderAliases;
    // What the former CSM was entered as for this customer is what is to go.
    const past = {
      history: history.filter(entry => entry.project !== project.value.id),
      project: project.value.id,
      aliases,
    };
    const valueFor = (placeholder: string) => suggestValues(placeholder, known, past)[0]?.value;
    return namings(files, formerOf(named.trim(), people), {...user.value, mail: mail.value, valueFor}, filled, history);
  }, [files, named, members, user.value, account.value, mail.value, filled, history]);
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
  const changed = renamedFiles(facts, replacements);
  const lines = linesOf(changed);
  const {project} = checklist.facts.value;
  const words = {
    message: plan.commit?.message ?? handoverMessage(changed),
    branch: canPush.value ? undefined : (plan.commit?.branch ?? newBranch(flow.startedAt)),
    target: project?.state === 'known' ? (project.value.defaultBranch ?? undefined) : undefined,
  };
  const setCommit = (part: Plan['commit']) => change(latest => ({commit: {...latest.commit, ...part}}));
  const isReady =
    !control.isEnded.value && user.value !== undefined && (changed.length === 0 || commitFault(words) === undefined);
  const begin = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    change(() => ({replacements, seen: seenIn(changed)}));
    await checklist.choosePlaybook('from-another-csm');
    await control.goOn();
  };
  return (
    <form class="form" ref={form} aria-label={uiFlowsTexts.handover.label} onSubmit={event => void begin(event)}>
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
      <ProblemAlert problem={problem.value} />
      {user.value !== undefined && found.length === 0 && named.trim() !== '' && (
        <p class="hint">{uiFlowsTexts.handover.notNamed(named.trim())}</p>
      )}
      {found.map(({text, lines: places}, index) => (
        <div key={text} class="field">
          <label for={`flow-naming-${index}`}>{uiFlowsTexts.handover.insteadOf(text)}</label>
          <p class="hint" id={`flow-naming-${index}-hint`}>
            {uiFlowsTexts.handover.inLines(places.length)} <span class="line">{places[0]?.text}</span>
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
