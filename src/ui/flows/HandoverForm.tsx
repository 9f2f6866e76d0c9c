import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {mayPush} from '../../apply/may-push.ts';
import {wordsOfChange} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import {type Finding, isRight} from '../../customer/checks/check.ts';
import {sideOf, sideSources} from '../../customer/checks/members.ts';
import {handoverMessage, readmeFiles, rulesOf, templateFiles} from '../../customer/filling/files.ts';
import {knownValues} from '../../customer/filling/known-values.ts';
import {otherCsmIn} from '../../customer/playbooks/guess.ts';
import type {FlowControl} from '../../flows/controller.ts';
import {filledBefore} from '../../flows/filled-before.ts';
import type {FlowOf} from '../../flows/flow.ts';
import {formerOf, linesOf, namings, renamedFiles, seenIn} from '../../flows/handover.ts';
import {newBranch} from '../../flows/new-branch.ts';
import {settingRows} from '../../flows/setting-steps.ts';
import {templateTexts} from '../../flows/template-texts.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {roleNames, type User} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {settingWords} from '../../gitlab/model/words.ts';
import {suggestValues} from '../../placeholders/index.ts';
import {Alert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {Words} from '../forms/ChangeSummary.tsx';
import {CommitFields, commitFault} from '../forms/CommitFields.tsx';
import {LineList} from './LineList.tsx';

type Plan = FlowOf<'from-another-csm'>['plan'];

interface HandoverFormProps {
  readonly control: FlowControl;
  readonly flow: FlowOf<'from-another-csm'>;
  readonly store: Checklist;
}

/** Milliseconds of quiet after typing before GitLab is asked for an account. */
const quiet = 300;

/** Members of both sides beside each other. */
function Members({store}: {store: Checklist}) {
  const facts = store.facts.value;
  const {members} = facts;
  if (members?.state !== 'known') return <p class="hint">The members could not be read.</p>;
  const sources = sideSources(facts);
  const {workspace} = store.sources;
  const side = (wanted: 'customer' | 'other') =>
    members.value.filter(member => (sideOf(member, sources, workspace) === 'customer') === (wanted === 'customer'));
  const list = (title: string, people: ReturnType<typeof side>) => (
    <div>
      <h5>{title}</h5>
      {people.length === 0 && <p class="hint">Nobody.</p>}
      <ul class="details">
        {people.map(({id, name, username, accessLevel}) => (
          <li key={id}>
            {name} (@{username}), {roleNames[accessLevel] ?? accessLevel}
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <div class="sides">
      {list('Customer', side('customer'))}
      {list('GitLab and others', side('other'))}
    </div>
  );
}

function Settings({store}: {store: Checklist}) {
  const rows = store.rows.value.filter(({check}) => settingRows.includes(check.id));
  const wrong = rows.flatMap(({check, finding}) =>
    finding !== undefined && !isRight(finding.verdict) ? [{check, finding}] : [],
  );
  const {notifications} = store.facts.value;
  const fixOf = ({fix}: Finding) => (fix?.kind === 'change' ? wordsOfChange(fix.change) : undefined);
  return (
    <>
      {wrong.length === 0 && <p class="hint">All settings are as the checklist wants them.</p>}
      <ul class="plan">
        {wrong.map(({check, finding}) => {
          const words = fixOf(finding);
          return (
            <li key={check.id}>
              {finding.evidence}
              {words && <Words words={words} />}
            </li>
          );
        })}
      </ul>
      {notifications?.state === 'known' && (
        <p class="hint">Your notifications here now: {settingWords(notifications.value.project)}.</p>
      )}
    </>
  );
}

/** Shows what names the former CSM, who has access and what differs; then does what was agreed to. */
export function HandoverForm({control, flow, store}: HandoverFormProps) {
  const {plan} = flow;
  const facts = store.facts.value;
  const form = useRef<HTMLFormElement>(null);
  const user = useSignal<User | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const account = useSignal<User | undefined>(undefined);
  const mail = useSignal<string | undefined>(undefined);
  const template = useSignal('');
  const canPush = useSignal(true);
  const {gitlab, workspace} = store.sources;
  useOpeningFocus(() => form.current?.querySelector('input'));
  useEffect(() => {
    void typedOf(store).load();
    store.hands.pageUser().then(
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
  const history = typedOf(store).history.value;
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
  const {project} = store.facts.value;
  const words = {
    message: plan.commit?.message ?? handoverMessage(changed),
    branch: canPush.value ? undefined : (plan.commit?.branch ?? newBranch(flow.startedAt)),
    target: project?.state === 'known' ? (project.value.defaultBranch ?? undefined) : undefined,
  };
  const say = (part: Plan['commit']) => change(latest => ({commit: {...latest.commit, ...part}}));
  const isReady = user.value !== undefined && (changed.length === 0 || commitFault(words) === undefined);
  const begin = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    change(() => ({replacements, seen: seenIn(changed)}));
    await store.choosePlaybook('from-another-csm');
    await control.goOn();
  };
  return (
    <form class="form" ref={form} aria-label="Take over from another CSM" onSubmit={event => void begin(event)}>
      <div class="field">
        <label for="flow-former">The former CSM’s name, @username or mail</label>
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
      {problem.value && (
        <Alert>
          {problem.value.words} {problem.value.advice}
        </Alert>
      )}
      {user.value !== undefined && found.length === 0 && named.trim() !== '' && (
        <p class="hint">Neither the README nor an issue template names {named.trim()}.</p>
      )}
      {found.length > 0 && <p class="hint">Leave a field empty to keep the old text.</p>}
      {found.map(({text, lines: places}, index) => (
        <div key={text} class="field">
          <label for={`flow-naming-${index}`}>Instead of “{text}”</label>
          <p class="hint" id={`flow-naming-${index}-hint`}>
            {places.length === 1 ? 'In this line:' : `In ${places.length} lines, first:`}{' '}
            <span class="line">{places[0]?.text}</span>
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
      <section class="preview" aria-label="What will happen">
        <h4>What will happen</h4>
        {lines.length === 0 && <p>No file changes.</p>}
        {lines.length > 0 && (
          <p>
            One commit changes these lines. The customer can see it.
            {!canPush.value && ' You can’t push to the default branch, so it becomes a merge request.'}
          </p>
        )}
        <LineList lines={lines} />
        <Settings store={store} />
      </section>
      {changed.length > 0 && (
        <CommitFields
          {...words}
          prefix="flow"
          onMessage={message => say({message})}
          onBranch={branch => say({branch})}
        />
      )}
      <section aria-label="Direct members">
        <h4>Who has access now</h4>
        <Members store={store} />
      </section>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        Take it over
      </button>
    </form>
  );
}
