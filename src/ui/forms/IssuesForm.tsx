import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Change} from '../../changes/change.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Issue} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {day} from '../../texts/dates.ts';
import {said} from '../../texts/said.ts';
import {uiFormsProjectTexts} from '../../texts/ui-forms-project.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {LackingRole} from '../checklist/LackingRole.tsx';
import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';

const texts = uiFormsProjectTexts.issues;

type Loaded =
  | {readonly state: 'loading'}
  | {readonly state: 'known'; readonly issues: readonly Issue[]}
  | {readonly state: 'failed'; readonly problem: Problem};

interface ChoicesProps extends Pick<FormProps, 'checklist' | 'row'> {
  readonly projectId: number;
  readonly issues: readonly Issue[];
}

function Choices({checklist, row, projectId, issues}: ChoicesProps) {
  const chosen = useSignal<ReadonlySet<number>>(new Set());
  const picked = issues.filter(({iid}) => chosen.value.has(iid));
  const changeOf = (action: 'close' | 'delete'): Change => ({
    kind: 'issues',
    projectId,
    action,
    issues: picked.map(({iid, title}) => ({iid, title})),
  });
  const ask = (action: 'close' | 'delete') => {
    if (picked.length > 0)
      formsOf(checklist).open.value = {row: row.check.id, form: 'confirm', change: changeOf(action)};
  };
  const toggle = (iid: number) => {
    const next = new Set(chosen.value);
    if (!next.delete(iid)) next.add(iid);
    chosen.value = next;
  };
  const deletion = {kind: 'change', label: said('customer.issuesReviewedDelete'), change: changeOf('delete')} as const;
  const lacking = checklist.lacksRole(deletion);
  return (
    <>
      <fieldset class="choices">
        <legend>{texts.choose(issues.length)}</legend>
        {issues.map(({iid, title, author, createdAt, webUrl}) => (
          <div key={iid} class="choice">
            <input type="checkbox" id={`issue-${iid}`} checked={chosen.value.has(iid)} onChange={() => toggle(iid)} />
            <label for={`issue-${iid}`}>
              #{iid} {title}
              <span class="where">
                {author}, {day(createdAt)}
              </span>
            </label>
            <a href={webUrl} target="_blank" rel="noreferrer" aria-label={texts.openIssue(iid)}>
              {texts.open}
            </a>
          </div>
        ))}
      </fieldset>
      <div class="actions">
        <button type="button" class="confirm" aria-disabled={picked.length === 0} onClick={() => ask('close')}>
          {texts.close(picked.length)}
        </button>
        <button
          type="button"
          class="danger"
          aria-disabled={picked.length === 0 || lacking !== undefined}
          onClick={() => lacking ?? ask('delete')}
        >
          {texts.deleteThese(picked.length)}
        </button>
      </div>
      {lacking && (
        <LackingRole checklist={checklist} fix={deletion} isOneOfMany address={checklist.address.value ?? ''} />
      )}
    </>
  );
}

/** The open issues, to close or delete the chosen ones. */
export function IssuesForm({checklist, row}: FormProps) {
  const {project} = checklist.facts.value;
  const id = project?.state === 'known' ? project.value.id : undefined;
  const loaded = useSignal<Loaded>({state: 'loading'});
  const form = useRef<HTMLDivElement>(null);
  useOpeningFocus(() => form.current);
  useEffect(() => {
    if (id === undefined) return;
    checklist.sources.gitlab.issues(id, 'opened').then(
      issues => {
        loaded.value = {state: 'known', issues};
      },
      error => {
        loaded.value = {state: 'failed', problem: problemOf(error)};
      },
    );
  }, [id]);
  if (id === undefined) return null;
  const {value} = loaded;
  return (
    <div class="form" ref={form} tabIndex={-1}>
      {value.state === 'loading' && <p class="hint">{texts.reading}</p>}
      {value.state === 'failed' && <ProblemAlert problem={value.problem} />}
      {value.state === 'known' &&
        (value.issues.length === 0 ? (
          <p class="hint">{texts.none}</p>
        ) : (
          <Choices checklist={checklist} row={row} projectId={id} issues={value.issues} />
        ))}
    </div>
  );
}
