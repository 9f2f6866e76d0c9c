import {useEffect, useMemo, useRef} from 'preact/hooks';
import {customerName} from '../../checks/customer.ts';
import type {ReadmeText} from '../../facts/facts.ts';
import type {Project, User} from '../../gitlab/model.ts';
import {
  fillPlaceholders,
  findPlaceholders,
  groupPlaceholders,
  type KnownValues,
  type PlaceholderGroup,
  previewFill,
  type Suggestion,
  suggestValue,
} from '../../placeholders/index.ts';
import {locateProject} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import type {Row, Store} from '../store.ts';

/** Fields and changed lines that are shown at most: a README of a thousand brackets is no form any more. */
const mostFields = 100;
const mostLines = 100;

const origins: Readonly<Record<Suggestion['origin'], string>> = {
  customer: 'the customer’s name',
  'user-name': 'your name',
  username: 'your username',
  today: 'today’s date',
  'project-url': 'this project’s address',
  'group-url': 'the group’s address',
  segment: 'the segment',
};

function knownValues(project: Project, user: User | undefined, workspace: Workspace, now: Date): KnownValues {
  const place = locateProject(project.path, workspace);
  const customer = customerName(project, workspace);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    today: {
      iso: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
      local: now.toLocaleDateString(undefined, {dateStyle: 'long'}),
    },
    projectUrl: project.webUrl,
    groupUrl: `${workspace.host}/${project.group.path}`,
    ...(customer === undefined ? {} : {customer}),
    ...(user === undefined ? {} : {userName: user.name, username: user.username}),
    ...('segment' in place ? {segment: place.segment} : {}),
  };
}

function commitMessage(path: string, filled: readonly PlaceholderGroup[]): string {
  const few = filled.slice(0, 5).map(group => group.text);
  const rest = filled.length - few.length;
  return `Fill in ${path}: ${few.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function Field(props: {
  group: PlaceholderGroup;
  value: string;
  suggestion: Suggestion | undefined;
  onInput: (value: string) => void;
}) {
  const {group, value, suggestion, onInput} = props;
  const [first] = group.places;
  const id = `value-${group.key}`;
  const count = group.places.length;
  return (
    <div class="field">
      <label for={id}>[{group.text}]</label>
      <p class="hint" id={`${id}-hint`}>
        {count === 1 ? 'Once' : `${count} times, first`} in line {first?.context.line}:{' '}
        <span class="line">{first?.context.text}</span>
      </p>
      <input
        id={id}
        type="text"
        autocomplete="off"
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={event => onInput(event.currentTarget.value)}
      />
      {suggestion && suggestion.value !== value && (
        <button type="button" class="suggestion" onClick={() => onInput(suggestion.value)}>
          Use “{suggestion.value}”, {origins[suggestion.origin]}
        </button>
      )}
    </div>
  );
}

interface EditorProps {
  readonly store: Store;
  readonly row: Row;
  /** Called when the commit was made and the form is closed. */
  readonly onDone: () => void;
  readonly project: Project;
  readonly file: ReadmeText;
  readonly user: User | undefined;
}

function Editor({store, row, onDone, project, file, user}: EditorProps) {
  const {workspace} = store.sources;
  const form = useRef<HTMLFormElement>(null);
  const groups = useMemo(() => groupPlaceholders(findPlaceholders(file.text)), [file.text]);
  const suggestions = useMemo(() => {
    const known = knownValues(project, user, workspace, new Date());
    return new Map(
      groups.flatMap(group => {
        const suggestion = suggestValue(group.text, known);
        return suggestion ? [[group.key, suggestion] as const] : [];
      }),
    );
  }, [groups, project, user, workspace]);
  const values = store.values.value;
  const filled = groups.filter(group => values.get(group.key));
  const preview = useMemo(() => previewFill(file.text, values), [file.text, values]);
  const unused = [...suggestions].filter(([key]) => !values.get(key));
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const set = (entries: Iterable<readonly [string, string]>) => {
    store.values.value = new Map([...store.values.value, ...entries]);
  };
  const commit = async (event: Event) => {
    event.preventDefault();
    if (filled.length === 0 || row.busy || project.defaultBranch === null) return;
    const done = await store.run(row.check, {
      kind: 'commit',
      projectId: project.id,
      branch: project.defaultBranch,
      path: file.path,
      from: file.text,
      to: fillPlaceholders(file.text, values),
      lastCommitId: file.lastCommitId,
      message: commitMessage(file.path, filled),
    });
    if (!done) return;
    store.values.value = new Map();
    store.form.value = undefined;
    onDone();
  };

  return (
    <form class="form" ref={form} aria-label={`Fill in ${file.path}`} onSubmit={event => void commit(event)}>
      {row.problem?.kind === 'conflict' && (
        <p class="hint">
          {file.path} was read again and what you typed is kept. Look at the changed lines, then commit once more.
        </p>
      )}
      {unused.length > 1 && (
        <button type="button" onClick={() => set(unused.map(([key, {value}]) => [key, value]))}>
          Use all {unused.length} suggestions
        </button>
      )}
      {groups.slice(0, mostFields).map(group => (
        <Field
          key={group.key}
          group={group}
          value={values.get(group.key) ?? ''}
          suggestion={suggestions.get(group.key)}
          onInput={value => set([[group.key, value]])}
        />
      ))}
      {groups.length > mostFields && (
        <p class="hint">{groups.length - mostFields} more brackets appear here when these are filled in.</p>
      )}
      {preview.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
        <section class="preview scrolls" aria-label="Changed lines" tabIndex={0}>
          <h4>
            {preview.length} {preview.length === 1 ? 'line changes' : 'lines change'}
          </h4>
          <ol>
            {preview.slice(0, mostLines).map(({line, before, after}) => (
              <li key={line} class="change">
                <span class="number">Line {line}</span>
                <del>{before}</del>
                <ins>{after}</ins>
              </li>
            ))}
          </ol>
          {preview.length > mostLines && <p class="hint">And {preview.length - mostLines} more lines.</p>}
        </section>
      )}
      <p class="hint">A field that you leave empty stays as it is. The customer sees the commit.</p>
      <button type="submit" class="confirm" aria-disabled={row.busy || filled.length === 0}>
        {row.busy ? 'Committing…' : `Commit to ${project.defaultBranch ?? 'the repository'}`}
      </button>
    </form>
  );
}

/** The form that fills in the README: a field for each placeholder, the changed lines, one commit. */
export function ReadmeForm({store, row, onDone}: {store: Store; row: Row; onDone: () => void}) {
  const {project, readme, user} = store.facts.value;
  if (project?.state !== 'known' || readme?.state !== 'known' || readme.value.kind !== 'text') return null;
  return (
    <Editor
      store={store}
      row={row}
      onDone={onDone}
      project={project.value}
      file={readme.value}
      user={user?.state === 'known' ? user.value : undefined}
    />
  );
}
