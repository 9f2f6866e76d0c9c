import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import {remember} from '../../browser/storage.ts';
import type {Move} from '../../changes/change.ts';
import {groupPathOf, planPathFault} from '../../changes/group-path.ts';
import {type MovePlan, planMove} from '../../changes/move-plan.ts';
import {customerName} from '../../checks/customer.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Project} from '../../gitlab/model.ts';
import {groupNameFault} from '../../gitlab/names.ts';
import type {Problem} from '../../gitlab/problem.ts';
import {customerPathFault} from '../../workspace/customer-groups.ts';
import type {Row, Store} from '../store.ts';
import {CustomerFields} from './CustomerFields.tsx';
import {SegmentField} from './SegmentField.tsx';

/** Milliseconds of quiet after typing before GitLab is asked what the move would do. */
const quiet = 300;

type Looked =
  | {readonly state: 'looking'}
  | {readonly state: 'known'; readonly plan: MovePlan}
  | {readonly state: 'failed'; readonly problem: Problem};

/** People who keep access that are listed at most. */
const mostPeople = 100;

/** What a move will do, as a list. */
export function WhatHappens({plan, move, project}: {plan: MovePlan; move: Move; project: Project}) {
  const target = `${move.segment}/${move.group.path}`;
  const {losing} = plan;
  return (
    <ul class="plan">
      <li>
        {plan.group
          ? `The group “${plan.group.name}” (${plan.group.path}) is there already and is used.`
          : `The private group “${move.group.name}” (${target}) is created.`}
      </li>
      <li>
        The project moves to {target}/{project.path.split('/').at(-1)}. Links to its old address lead to the new one.
      </li>
      {project.visibility !== 'private' && (plan.group?.visibility ?? 'private') === 'private' && (
        <li>The project becomes private, because the group is.</li>
      )}
      {losing.state === 'failed' && <li>Who loses access could not be read. {losing.problem.words}</li>}
      {losing.state === 'known' && losing.people.length === 0 && <li>Nobody loses access.</li>}
      {losing.state === 'known' && losing.keeping.length > 0 && (
        <li>
          <details>
            <summary>
              {losing.keeping.length === 1 ? 'One person keeps' : `${losing.keeping.length} people keep`} access
            </summary>
            <ul class="details">
              {losing.keeping.slice(0, mostPeople).map(person => (
                <li key={person.id}>
                  {person.name} (@{person.username})
                </li>
              ))}
              {losing.keeping.length > mostPeople && <li>And {losing.keeping.length - mostPeople} more.</li>}
            </ul>
          </details>
        </li>
      )}
      {losing.state === 'known' && losing.people.length > 0 && (
        <li>
          {losing.people.length === 1 ? 'One person loses' : `${losing.people.length} people lose`} access, because it
          came from {move.from}:
          <ul class="details">
            {losing.people.map(person => (
              <li key={person.id}>
                {person.name} (@{person.username})
              </li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  );
}

interface EditorProps {
  readonly store: Store;
  readonly row: Row;
  readonly project: Project;
  readonly lastSegment: string | undefined;
}

function Editor({store, row, project, lastSegment}: EditorProps) {
  const {workspace} = store.sources;
  const segments = workspace.segments;
  const form = useRef<HTMLFormElement>(null);
  const segment = useSignal(lastSegment !== undefined && segments.includes(lastSegment) ? lastSegment : '');
  const name = useSignal(customerName(project, workspace) ?? '');
  const ownPath = useSignal<string | undefined>(undefined);
  const looked = useSignal<Looked>({state: 'looking'});
  // The project itself can have the path that its group would get.
  const isOwn = (other: string) =>
    `${workspace.root}/${segment.value}/${other}`.toLowerCase() === project.path.toLowerCase();
  const path = ownPath.value ?? groupPathOf(name.value, isOwn);
  const pathPlan = {name: name.value, path: ownPath.value};
  // Whether the group is there is not known yet, and older groups have paths that new ones cannot have.
  const fault =
    segment.value === ''
      ? 'Choose a segment.'
      : (groupNameFault(name.value) ??
        planPathFault({...pathPlan, takesGroup: true}) ??
        customerPathFault(segment.value, path, workspace));
  const key = `${segment.value}/${path}`;

  const moveOf = (): Move => ({
    kind: 'move',
    projectId: project.id,
    from: project.group.path,
    segment: `${workspace.root}/${segment.value}`,
    group: {path, name: name.value.trim()},
  });
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  useEffect(() => {
    if (fault !== undefined) return undefined;
    let current = true;
    looked.value = {state: 'looking'};
    const timer = setTimeout(async () => {
      const result = await planMove(store.sources.gitlab, project, moveOf()).then(
        (plan): Looked => ({state: 'known', plan}),
        (error): Looked => ({state: 'failed', problem: problemOf(error)}),
      );
      if (current) looked.value = result;
    }, quiet);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, fault]);

  const plan = fault === undefined && looked.value.state === 'known' ? looked.value.plan : undefined;
  const hindrance = plan && (plan.fault ?? (plan.group ? undefined : planPathFault(pathPlan)));
  const ready = plan !== undefined && hindrance === undefined;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!ready || row.busy) return;
    await remember('last-segment:1', segment.value);
    await store.run(row.check, moveOf());
  };

  return (
    <form class="form" ref={form} aria-label="Move the project" onSubmit={event => void submit(event)}>
      <SegmentField
        id="move-segment"
        workspace={workspace}
        value={segment.value}
        onChange={next => {
          segment.value = next;
        }}
      />
      <CustomerFields
        prefix="move"
        name={name.value}
        path={path}
        onName={next => {
          name.value = next;
        }}
        onPath={next => {
          ownPath.value = next;
        }}
      />
      <div class="preview" aria-live="polite">
        <h4>What will happen</h4>
        {fault !== undefined && <p>{fault}</p>}
        {fault === undefined && looked.value.state === 'looking' && <p>Looking at the target…</p>}
        {fault === undefined && looked.value.state === 'failed' && (
          <p>
            {looked.value.problem.words} {looked.value.problem.advice}
          </p>
        )}
        {hindrance !== undefined && <p>{hindrance}</p>}
        {ready && (
          <>
            <WhatHappens plan={plan} move={moveOf()} project={project} />
            <p>
              GitLab copies the old groups’ labels that issues use. Your subscriptions to those labels end: the item on
              labels subscribes you again.
            </p>
          </>
        )}
      </div>
      <button type="submit" class="confirm" aria-disabled={row.busy || !ready}>
        {row.busy ? 'Moving…' : (fault ?? hindrance) === undefined ? `Move to ${key}` : 'Move'}
      </button>
    </form>
  );
}

/** The form that moves a project into its customer's group. */
export function MoveForm({store, row, lastSegment}: {store: Store; row: Row; lastSegment: string | undefined}) {
  const {project} = store.facts.value;
  if (project?.state !== 'known') return null;
  return <Editor store={store} row={row} project={project.value} lastSegment={lastSegment} />;
}
