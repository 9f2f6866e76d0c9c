import {useRef} from 'preact/hooks';
import type {Plan, PlanItem, PlanResult} from '../../checklist/plan.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistPlanTexts as texts} from '../../texts/ui-checklist-plan.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {Words} from '../forms/ChangeSummary.tsx';

function Item({item}: {item: PlanItem}) {
  const {result, reason} = item.outcome.value;
  return (
    <li data-fix={item.check.id} data-result={result}>
      {item.title !== undefined && <strong>{item.title}</strong>}
      <Words words={item.words} />
      {result !== 'waiting' && <span>{texts.result(texts.results[result])}</span>}
      {reason !== undefined && <span> {say(reason)}</span>}
    </li>
  );
}

/** All changes. It is drawn once; of each only what became of it is drawn anew. */
export function PlanItems({items}: {items: readonly PlanItem[]}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="list" aria-label={texts.changes} tabIndex={0}>
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
  const counts = new Map<PlanResult, number>();
  for (const {outcome} of items) {
    const {result} = outcome.value;
    counts.set(result, (counts.get(result) ?? 0) + 1);
  }
  return <>{[...counts].map(([result, count]) => texts.tally(texts.results[result], count)).join(' ')}</>;
}

/** How far a plan is, and how its changes ended. */
export function PlanStatus({plan}: {plan: Plan}) {
  const {of, done, all} = plan.progress.value;
  const state = plan.state.value;
  return (
    <p role="status">
      {of === 'looks' && state === 'looking' && texts.lookedAt(done, all)}
      {of === 'changes' && `${texts.through(done, all)} `}
      {of === 'undos' && `${texts.takenBack(done, all)} `}
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
    <section class="preview" aria-label={texts.undo} tabIndex={-1} ref={box}>
      <h4>{texts.undoTitle}</h4>
      <ul class="plan">
        {plan.undos.value.map(({title, words}, index) => (
          <li key={index}>
            {title !== undefined && <strong>{title}</strong>}
            <Words words={words} />
          </li>
        ))}
      </ul>
      <p class="hint">{texts.undoKeeps}</p>
      <div class="actions">
        <button type="button" class="danger" onClick={onSure}>
          {texts.takeBack}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </section>
  );
}
