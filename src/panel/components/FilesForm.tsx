import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {customerName} from '../../checks/customer.ts';
import {textOfBytes} from '../../gitlab/bytes.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Project, User} from '../../gitlab/model.ts';
import {type KnownValues, previewFill, type Suggestion, suggestValue} from '../../placeholders/index.ts';
import {locateProject} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {
  commitMessage,
  type EditedFile,
  type Field as FieldOfFiles,
  fieldsOf,
  filledFiles,
  missingTemplates,
  readmeFile,
  templateFiles,
} from '../files.ts';
import type {FormProps} from './form.ts';

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

function Field(props: {
  field: FieldOfFiles;
  hasManyFiles: boolean;
  value: string;
  suggestion: Suggestion | undefined;
  onInput: (value: string) => void;
}) {
  const {field, hasManyFiles, value, suggestion, onInput} = props;
  const [first] = field.places;
  const id = `value-${field.key}`;
  const count = field.places.length;
  return (
    <div class="field">
      <label for={id}>[{field.text}]</label>
      <p class="hint" id={`${id}-hint`}>
        {count === 1 ? 'Once' : `${count} times, first`} in line {first?.line}
        {hasManyFiles ? ` of ${first?.path.split('/').at(-1)}` : ''}: <span class="line">{first?.text}</span>
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

function Changes({files, values}: {files: readonly EditedFile[]; values: ReadonlyMap<string, string>}) {
  const changes = useMemo(
    () =>
      files.flatMap(({path, text, lastCommitId}) => {
        const lines = previewFill(text, values);
        return lines.length > 0 || lastCommitId === undefined ? [{path, lines, isNew: lastCommitId === undefined}] : [];
      }),
    [files, values],
  );
  const all = changes.reduce((sum, {lines}) => sum + lines.length, 0);
  if (changes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="preview scrolls" aria-label="Changed lines" tabIndex={0}>
      <h4>
        {all} {all === 1 ? 'line changes' : 'lines change'}
      </h4>
      {changes.map(({path, lines, isNew}) => (
        <div key={path}>
          {(files.length > 1 || isNew) && (
            <h5>
              {path}
              {isNew && ', made from the template project’s'}
            </h5>
          )}
          <ol>
            {lines.slice(0, mostLines).map(({line, before, after}) => (
              <li key={line} class="change">
                <span class="number">Line {line}</span>
                <del>{before}</del>
                <ins>{after}</ins>
              </li>
            ))}
          </ol>
          {lines.length > mostLines && <p class="hint">And {lines.length - mostLines} more lines.</p>}
        </div>
      ))}
    </section>
  );
}

interface EditorProps extends FormProps {
  readonly project: Project;
  readonly user: User | undefined;
}

/** The missing templates' texts, from the template project. */
function useOriginals({store, row}: FormProps) {
  const originals = useSignal<readonly EditedFile[]>([]);
  const problem = useSignal<string | undefined>(undefined);
  const missing = missingTemplates(store.facts.value);
  const paths = missing.flatMap(({original}) => original?.path ?? []).join('\n');
  useEffect(() => {
    originals.value = [];
    if (row.check.id !== 'issue-templates' || paths === '') return;
    const {gitlab, workspace} = store.sources;
    Promise.all(
      paths.split('\n').map(async path => {
        const text = textOfBytes((await gitlab.file(workspace.templateProject, path)).bytes);
        return text === undefined ? [] : [{path, text, lastCommitId: undefined}];
      }),
    ).then(
      found => {
        originals.value = found.flat();
      },
      error => {
        problem.value = problemOf(error).words;
      },
    );
  }, [paths]);
  return {originals: originals.value, problem: problem.value};
}

function Editor({store, row, onDone, project, user}: EditorProps) {
  const {workspace} = store.sources;
  const form = useRef<HTMLFormElement>(null);
  const together = useSignal(false);
  const facts = store.facts.value;
  const {originals, problem} = useOriginals({store, row, onDone});
  const isReadme = row.check.id === 'readme';
  const {readme, issueTemplates} = facts;
  const files = useMemo(() => {
    const ownFiles = isReadme ? readmeFile(facts) : [...templateFiles(facts), ...originals];
    const otherFiles = isReadme ? templateFiles(facts) : readmeFile(facts);
    return {own: ownFiles, others: otherFiles};
  }, [isReadme, readme, issueTemplates, originals]);
  const edited = useMemo(() => [...files.own, ...(together.value ? files.others : [])], [files, together.value]);
  const fields = useMemo(() => fieldsOf(edited), [edited]);
  const suggestions = useMemo(() => {
    const known = knownValues(project, user, workspace, new Date());
    return new Map(
      fields.flatMap(field => {
        const suggestion = suggestValue(field.text, known);
        return suggestion ? [[field.key, suggestion] as const] : [];
      }),
    );
  }, [fields, project, user, workspace]);
  const values = store.values.value;
  const filled = fields.filter(({key}) => values.get(key));
  const unused = [...suggestions].filter(([key]) => !values.get(key));
  const isReady = !row.busy && (filled.length > 0 || edited.some(({lastCommitId}) => lastCommitId === undefined));
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[type="text"]')?.focus(), []);

  const set = (entries: Iterable<readonly [string, string]>) => {
    store.values.value = new Map([...store.values.value, ...entries]);
  };
  const commit = async (event: Event) => {
    event.preventDefault();
    if (!isReady || project.defaultBranch === null) return;
    const changes = filledFiles(edited, values);
    const worked = await store.run(row.check, {
      kind: 'commit',
      projectId: project.id,
      branch: project.defaultBranch,
      files: changes,
      message: commitMessage(
        changes.map(({path}) => path),
        filled,
      ),
    });
    if (!worked) return;
    store.values.value = new Map();
    store.form.value = undefined;
    onDone();
  };
  const names = files.own.map(({path}) => path.split('/').at(-1)).join(' and ');

  return (
    <form class="form" ref={form} aria-label={`Fill in ${names}`} onSubmit={event => void commit(event)}>
      {row.problem?.kind === 'conflict' && (
        <p class="hint">
          {names} was read again and what you typed is kept. Look at the changed lines, then commit once more.
        </p>
      )}
      {problem !== undefined && (
        <div class="problem" role="alert">
          <p>The template project’s file could not be read. {problem}</p>
        </div>
      )}
      {files.others.length > 0 && (
        <div class="choice">
          <input
            type="checkbox"
            id="together"
            checked={together.value}
            onChange={() => {
              together.value = !together.value;
            }}
          />
          <label for="together">
            {isReadme ? 'Fill in the issue templates too' : 'Fill in the README too'}, in the same commit
          </label>
        </div>
      )}
      {unused.length > 1 && (
        <button type="button" onClick={() => set(unused.map(([key, {value}]) => [key, value]))}>
          Use all {unused.length} suggestions
        </button>
      )}
      {fields.slice(0, mostFields).map(field => (
        <Field
          key={field.key}
          field={field}
          hasManyFiles={edited.length > 1}
          value={values.get(field.key) ?? ''}
          suggestion={suggestions.get(field.key)}
          onInput={value => set([[field.key, value]])}
        />
      ))}
      {fields.length > mostFields && (
        <p class="hint">{fields.length - mostFields} more brackets appear here when these are filled in.</p>
      )}
      <Changes files={edited} values={values} />
      <p class="hint">A field that you leave empty stays as it is. The customer sees the commit.</p>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {row.busy ? 'Committing…' : `Commit to ${project.defaultBranch ?? 'the repository'}`}
      </button>
    </form>
  );
}

/** The form that fills in files: a field for each placeholder, the changed lines, one commit. */
export function FilesForm(props: FormProps) {
  const {project, user} = props.store.facts.value;
  if (project?.state !== 'known') return null;
  return <Editor {...props} project={project.value} user={user?.state === 'known' ? user.value : undefined} />;
}
