import {useEffect, useRef} from 'preact/hooks';
import {whatToDo} from '../../changes/what-to-do.ts';
import {widenedBy} from '../../changes/widened.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Plan, PlanItem, PlanResult} from '../../checklist/plan.ts';
import {planTexts} from '../../texts/checklist-plan.ts';
import {said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {uiChecklistPlanTexts as texts} from '../../texts/ui-checklist-plan.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {Words} from '../forms/ChangeSummary.tsx';
import {madeWords} from '../scripts.ts';

/** Results of what was made, even if it was undone after that. */
const wasMade: ReadonlySet<PlanResult> = new Set(['done', 'undone', 'partly-undone']);

interface ItemsProps {
  readonly plan: Plan;
  /** Tries a change that failed again. */
  readonly onRetry: (item: PlanItem) => void;
}

function Item({item, plan, onRetry}: ItemsProps & {readonly item: PlanItem}) {
  const {result, reason} = item.outcome.value;
  const {words, check, title} = item;
  const isMade = wasMade.has(result);
  const loaded = madeWords.loaded.value;
  useEffect(() => {
    if (isMade) void madeWords.load();
  }, [isMade]);
  const made = isMade && typeof loaded === 'object' ? loaded.whatWasMade(words.what, check.failureTitle) : undefined;
  const name = title === undefined ? check.failureTitle : planTexts.ofCustomer(title, check.failureTitle);
  return (
    <li data-fix={check.id} data-result={result} tabIndex={-1}>
      <Words words={words} what={made ?? whatToDo(words.what, check.failureTitle)} />
      {result !== 'waiting' && (result !== 'done' || made === undefined) && (
        <span>{texts.result(texts.results[result])}</span>
      )}
      {reason !== undefined && <span> {say(reason)}</span>}
      {plan.canRetry(item) && (
        <button
          type="button"
          class="quiet"
          aria-label={uiChecklistTexts.row.retryOf(name)}
          onClick={event => {
            // The button goes; what comes of it is said here.
            event.currentTarget.closest('li')?.focus();
            onRetry(item);
          }}
        >
          {uiChecklistTexts.row.retry}
        </button>
      )}
    </li>
  );
}

/** The changes of each customer, in the order in which they come. */
function byChecklist(items: readonly PlanItem[]): readonly (readonly [PlanItem, ...PlanItem[]])[] {
  const groups = new Map<Checklist, [PlanItem, ...PlanItem[]]>();
  for (const item of items) {
    const known = groups.get(item.checklist);
    if (known) known.push(item);
    else groups.set(item.checklist, [item]);
  }
  return [...groups.values()];
}

/** All changes, by customer where there are several. It is drawn once; of each only what became of it is drawn anew. */
export function PlanItems({plan, onRetry}: ItemsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="list" aria-label={texts.changes} tabIndex={0}>
      <ul>
        {byChecklist(plan.items.value).map(own => {
          const [{title, checklist}] = own;
          return (
            <li key={checklist.place.path}>
              {title !== undefined && (
                <p class="of-customer">
                  <strong>{title}</strong> <span class="where">{texts.count(own.length)}</span>
                </p>
              )}
              <ul class="plan">
                {own.map(item => (
                  <Item key={item.check.id} item={item} plan={plan} onRetry={onRetry} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Ending = Parameters<typeof texts.tally>[0][number]['ending'];

/** How changes ended that were to be made, in the order in which they are told. */
const ofMaking: readonly (readonly [PlanResult, Ending])[] = [
  ['done', 'made'],
  ['as-was', 'as-was'],
  ['partly', 'partly-made'],
  ['failed', 'failed'],
  ['stopped', 'not-made'],
];

/** The same for those that were to be taken back: what was not made before is none of them. */
const ofUndoing: readonly (readonly [PlanResult, Ending])[] = [
  ['undone', 'undone'],
  ['partly-undone', 'partly-undone'],
  ['done', 'not-undone'],
  ['partly', 'not-undone'],
];

/** How many changes ended how. */
function tallyOf(items: readonly PlanItem[], results: readonly (readonly [PlanResult, Ending])[]): string {
  const counts = new Map<Ending, number>(results.map(([, ending]) => [ending, 0]));
  for (const {outcome} of items) {
    const ending = results.find(([result]) => result === outcome.value.result)?.[1];
    if (ending !== undefined) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return texts.tally([...counts].flatMap(([ending, count]) => (count > 0 ? [{ending, count}] : [])));
}

/** How far a plan is while it works, and then how its changes ended. */
export function PlanStatus({plan}: {plan: Plan}) {
  const {of, done, all} = plan.progress.value;
  const state = plan.state.value;
  return (
    <p role="status">
      {of === 'looks' && state === 'looking' && texts.lookedAt(done, all)}
      {of !== 'looks' && state !== 'ended' && texts.through(done, all)}
      {state === 'ended' && tallyOf(plan.items.value, of === 'undos' ? ofUndoing : ofMaking)}
    </p>
  );
}

/** What the button says that takes all back: what more people see after it is named. */
function undoLabel({undos}: Plan): string {
  const widened = undos.value.flatMap(({change}) => widenedBy(change) ?? []);
  const [first] = widened;
  if (first === undefined) return texts.takeBack;
  const labels = texts.takeBackWidened;
  const visibility = say(said(`changes.visibility ${first.to}`));
  if (widened.length === 1) return labels[first.what](visibility);
  const isSame = widened.every(({to}) => to === first.to);
  return isSame ? labels.several(widened.length, visibility) : labels.mixed(widened.length);
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
        {plan.undos.value.map(({title, check, words}, index) => (
          <li key={index}>
            {title !== undefined && <strong>{title}</strong>}
            <Words words={words} what={whatToDo(words.what, check.failureTitle)} />
          </li>
        ))}
      </ul>
      <p class="hint">{texts.undoKeeps}</p>
      <div class="actions">
        <button type="button" class="danger" onClick={onSure}>
          {undoLabel(plan)}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </section>
  );
}
