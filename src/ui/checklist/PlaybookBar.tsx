import type {Checklist} from '../../checklist/checklist.ts';
import type {Verdict} from '../../customer/checks/check.ts';
import {stepsDone} from '../../customer/playbooks/playbook.ts';
import {playbooks} from '../../customer/playbooks/playbooks.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {handbookUrl} from '../../workspace/handbook.ts';
import {Icon} from '../atoms/Icon.tsx';

const texts = uiChecklistTexts.playbook;

/** The situation that the customer is in, and how far its steps are. Each step leads to its row. */
export function PlaybookBar({checklist, onStep}: {checklist: Checklist; onStep: (check: string) => void}) {
  const current = checklist.playbook.value;
  if (current === undefined) {
    return (
      <section class="playbook" aria-label={texts.steps}>
        <p class="hint">{texts.reading}</p>
      </section>
    );
  }
  const {book, because} = current;
  const verdicts = new Map(checklist.rows.value.map(({check, finding}) => [check.id, finding?.verdict]));
  const {steps, next} = stepsDone(book, check => verdicts.get(check));
  const icon = (isDone: boolean | undefined): Verdict | 'reading' =>
    isDone === undefined ? 'reading' : isDone ? 'pass' : 'todo';
  return (
    <section class="playbook" aria-label={texts.steps}>
      <div class="field beside">
        <label for="playbook">{texts.title}</label>
        <select
          id="playbook"
          data-keeps
          value={book.id}
          onChange={event => {
            const chosen = playbooks.find(({id}) => id === event.currentTarget.value);
            if (chosen) void checklist.choosePlaybook(chosen.id);
          }}
        >
          {playbooks.map(({id, title}) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {because !== undefined && <p class="hint">{texts.guessed(say(because))}</p>}
      <details>
        <summary>{texts.all}</summary>
        <ol class="steps">
          {steps.map(({step, done: isDone}, index) => (
            <li key={step.text}>
              <Icon name={icon(isDone)} />
              <button type="button" class="suggestion" onClick={() => onStep(step.rows[0])}>
                <span class="hidden">{isDone === undefined ? '' : isDone ? texts.stepDone : texts.stepOpen}</span>
                {texts.step(index + 1, step.text)}
              </button>
            </li>
          ))}
        </ol>
        <a class="handbook" href={handbookUrl(book.handbook)} target="_blank" rel="noreferrer">
          {texts.handbook(book.title)}
        </a>
      </details>
      {next !== undefined && (
        <p>
          {texts.next}{' '}
          <button type="button" class="suggestion" onClick={() => onStep(next.rows[0])}>
            {next.text}
          </button>
        </p>
      )}
    </section>
  );
}
