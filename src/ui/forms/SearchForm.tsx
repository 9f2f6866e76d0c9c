import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import {customerName} from '../../customer/checks/customer.ts';
import {searchPreSales} from '../../customer/search-pre-sales.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {ListedProject} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {inTurn} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsProjectTexts} from '../../texts/ui-forms-project.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import type {FormProps} from './form.ts';

const texts = uiFormsProjectTexts.search;

type Found =
  | {readonly state: 'idle' | 'searching'}
  | {readonly state: 'found'; readonly projects: readonly ListedProject[]}
  | {readonly state: 'failed'; readonly problem: Problem};

/** Looks in the pre-sales groups for a project of the customer's. */
export function SearchForm({checklist}: FormProps) {
  const {gitlab, workspace} = checklist.sources;
  const {project} = checklist.facts.value;
  const text = useSignal((project?.state === 'known' && customerName(project.value, workspace)) || '');
  const found = useSignal<Found>({state: 'idle'});
  const field = useRef<HTMLInputElement>(null);
  useOpeningFocus(() => field.current);
  const search = async (event: Event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === '' || found.value.state === 'searching') return;
    found.value = {state: 'searching'};
    try {
      found.value = {state: 'found', projects: await searchPreSales(gitlab, workspace, words)};
    } catch (error) {
      found.value = {state: 'failed', problem: problemOf(error)};
    }
  };
  const result = found.value;
  return (
    <form class="form" aria-label={texts.form} onSubmit={event => void search(event)}>
      <div class="field">
        <label for="pre-sales-search">{texts.label}</label>
        <input
          ref={field}
          id="pre-sales-search"
          type="search"
          value={text.value}
          onInput={event => {
            text.value = event.currentTarget.value;
          }}
        />
      </div>
      <button type="submit" class="confirm" aria-disabled={result.state === 'searching' || text.value.trim() === ''}>
        {result.state === 'searching' ? texts.searching : texts.search}
      </button>
      <div role="status">
        {result.state === 'found' && result.projects.length === 0 && <p>{texts.nothing}</p>}
        {result.state === 'failed' && <p>{say(inTurn(result.problem.words, result.problem.advice))}</p>}
        {result.state === 'found' && (
          <ul class="projects">
            {result.projects.map(({id, name, path, webUrl}) => (
              <li key={id}>
                <a href={webUrl}>{name}</a>
                <span class="where">{path}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}
