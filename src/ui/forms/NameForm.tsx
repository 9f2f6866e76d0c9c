import {useRef} from 'preact/hooks';
import {customerName, startsWithName} from '../../customer/checks/customer.ts';
import {longestName, projectNameOf} from '../../gitlab/model/names.ts';
import {uiFormsProjectTexts} from '../../texts/ui-forms-project.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';
import {useKnownFacts} from './use-known-facts.ts';
import {useText} from './use-text.ts';

const texts = uiFormsProjectTexts.name;

/** What keeps a name from being given to a project, as a sentence; undefined where nothing does. */
function faultOf(name: string): string | undefined {
  if (name.trim() === '') return texts.enter;
  if ([...name].length > longestName) return texts.tooLong;
  return projectNameOf(name) === name.trim().replace(/\s+/g, ' ') ? undefined : texts.notTaken;
}

/** Asks for the project's new name where the customer's is not known. It starts with what could be the customer's. */
export function NameForm({checklist, row, onDone}: FormProps) {
  const {project} = useKnownFacts(checklist);
  const field = useRef<HTMLInputElement>(null);
  const from = project?.state === 'known' ? project.value.name : '';
  const guess = projectNameOf(
    (project?.state === 'known' && customerName(project.value, checklist.sources.workspace)) || '',
  );
  const name = useText(checklist, 'name', startsWithName(from, guess) ? from : `${guess} ${from}`.trim());
  useOpeningFocus(() => field.current);
  if (project?.state !== 'known') return null;
  const to = projectNameOf(name.text);
  const fault = faultOf(name.text);
  const isReady = fault === undefined && to !== from && !row.busy;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const made = await checklist.make(row.check, {kind: 'project-name', projectId: project.value.id, from, to});
    if (!made.isMade) return;
    name.forget();
    formsOf(checklist).open.value = undefined;
    onDone();
  };
  return (
    <form class="form" aria-label={texts.form} onSubmit={event => void submit(event)}>
      <div class="field">
        <label for="project-name">{texts.label}</label>
        <p class="hint" id="project-name-hint">
          {fault ?? texts.hint(from)}
        </p>
        <input
          ref={field}
          id="project-name"
          type="text"
          autocomplete="off"
          aria-describedby="project-name-hint"
          value={name.text}
          onInput={event => name.type(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {row.busy ? texts.renaming : texts.rename}
      </button>
    </form>
  );
}
