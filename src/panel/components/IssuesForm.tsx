import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Change} from '../../changes/change.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Issue} from '../../gitlab/model.ts';
import type {Problem} from '../../gitlab/problem.ts';
import type {FormProps} from './form.ts';
import {LackingRole} from './LackingRole.tsx';

type Loaded =
  | {readonly state: 'loading'}
  | {readonly state: 'known'; readonly issues: readonly Issue[]}
  | {readonly state: 'failed'; readonly problem: Problem};

/** The open issues, to close or delete the chosen ones. */
export function IssuesForm({store, row}: FormProps) {
  const {project} = store.facts.value;
  const id = project?.state === 'known' ? project.value.id : undefined;
  const loaded = useSignal<Loaded>({state: 'loading'});
  const chosen = useSignal<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id === undefined) return;
    store.sources.gitlab.issues(id, 'opened').then(
      issues => {
        loaded.value = {state: 'known', issues};
      },
      error => {
        loaded.value = {state: 'failed', problem: problemOf(error)};
      },
    );
    list.current?.focus();
  }, [id]);
  if (id === undefined) return null;
  const {value} = loaded;
  if (value.state === 'loading') return <p class="form hint">Reading the open issues…</p>;
  if (value.state === 'failed') {
    return (
      <p class="form problem" role="alert">
        {value.problem.words} {value.problem.advice}
      </p>
    );
  }
  const issues = value.issues.filter(({iid}) => chosen.value.has(iid));
  const changeOf = (action: 'close' | 'delete'): Change => ({
    kind: 'issues',
    projectId: id,
    action,
    issues: issues.map(({iid, title}) => ({iid, title})),
  });
  const ask = (action: 'close' | 'delete') => {
    if (issues.length > 0) store.form.value = {row: row.check.id, form: 'confirm', change: changeOf(action)};
  };
  const toggle = (iid: number) => {
    const next = new Set(chosen.value);
    if (!next.delete(iid)) next.add(iid);
    chosen.value = next;
  };
  const deletion = {kind: 'change', label: 'Delete', change: changeOf('delete')} as const;
  const lacking = store.lacksRole(deletion);
  if (value.issues.length === 0) return <p class="form hint">No issue is open.</p>;
  return (
    <div class="form" ref={list} tabIndex={-1}>
      <fieldset class="choices">
        <legend>
          {value.issues.length === 1 ? 'One open issue' : `${value.issues.length} open issues`}. Choose those to remove:
        </legend>
        {value.issues.map(({iid, title, author, createdAt, webUrl}) => (
          <div key={iid} class="choice">
            <input type="checkbox" id={`issue-${iid}`} checked={chosen.value.has(iid)} onChange={() => toggle(iid)} />
            <label for={`issue-${iid}`}>
              #{iid} {title}
              <span class="where">
                {author}, {createdAt.slice(0, 10)}
              </span>
            </label>
            <a href={webUrl} target="_blank" rel="noreferrer" aria-label={`Open issue ${iid}`}>
              Open
            </a>
          </div>
        ))}
      </fieldset>
      <div class="actions">
        <button type="button" class="confirm" aria-disabled={issues.length === 0} onClick={() => ask('close')}>
          Close {issues.length}
        </button>
        <button
          type="button"
          class="danger"
          aria-disabled={issues.length === 0 || lacking !== undefined}
          onClick={() => lacking ?? ask('delete')}
        >
          Delete {issues.length}
        </button>
      </div>
      {lacking && <LackingRole store={store} fix={deletion} address={store.address.value ?? ''} />}
    </div>
  );
}
