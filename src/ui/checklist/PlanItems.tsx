import {useRef} from 'preact/hooks';
import type {Plan, PlanItem, PlanResult} from '../../checklist/plan.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {Words} from '../forms/ChangeSummary.tsx';

const resultWords: Readonly<Record<PlanResult, string>> = {
  waiting: '',
  running: 'Under way',
  done: 'Done',
  'as-was': 'It was so already',
  partly: 'Done in part',
  failed: 'Failed',
  stopped: 'Not done',
  undone: 'Taken back',
  'partly-undone': 'Taken back in part',
};

function Item({item}: {item: PlanItem}) {
  const {result, reason} = item.outcome.value;
  return (
    <li data-fix={item.check.id} data-result={result}>
      {item.title !== undefined && <strong>{item.title}</strong>}
      <Words words={item.words} />
      {result !== 'waiting' && <span>{resultWords[result]}.</span>}
      {reason !== undefined && <span> {reason}</span>}
    </li>
  );
}

/** All changes. It is drawn once; of each only what became of it is drawn anew. */
export function PlanItems({items}: {items: readonly PlanItem[]}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="list" aria-label="Changes" tabIndex={0}>
      <ul class="plan">
        {items.map(item => (
          <Item key={`${item.checklist.place.path} ${item.check.id}`} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** How many changes ended how: “Done: 5. Failed: 1.” */
function Tally({items}: {items: readonly PlanItem[]}) {
  const counts = new Map<string, number>();
  for (const {outcome} of items) {
    const words = resultWords[outcome.value.result];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return <>{[...counts].map(([words, count]) => `${words}: ${count}.`).join(' ')}</>;
}

/** How far a plan is, and how its changes ended. */
export function PlanStatus({plan}: {plan: Plan}) {
  const {of, done, all} = plan.progress.value;
  const state = plan.state.value;
  return (
    <p role="status">
      {of === 'looks' && state === 'looking' && `${done} of ${all} looked at.`}
      {of === 'changes' && `${done} of ${all} ${all === 1 ? 'change is' : 'changes are'} through. `}
      {of === 'undos' && `${done} of ${all} taken back. `}
      {state === 'ended' && <Tally items={plan.items.value} />}
    </p>
  );
}

interface SureToUndoProps {
  readonly plan: Plan;
  readonly onSure: () => void;
  readonly onCancel: () => void;
}

/** What taking all of it back will do, and the second click for it. */
export function SureToUndo({plan, onSure, onCancel}: SureToUndoProps) {
  const box = useRef<HTMLElement>(null);
  useOpeningFocus(() => box.current);
  return (
    <section class="preview" aria-label="Undo what was done" tabIndex={-1} ref={box}>
      <h4>What will happen</h4>
      <ul class="plan">
        {plan.undos.value.map(({title, words}, index) => (
          <li key={index}>
            {title !== undefined && <strong>{title}</strong>}
            <Words words={words} />
          </li>
        ))}
      </ul>
      <p class="hint">What somebody changed since then stays as it is.</p>
      <div class="actions">
        <button type="button" class="danger" onClick={onSure}>
          Take it back
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </section>
  );
}
