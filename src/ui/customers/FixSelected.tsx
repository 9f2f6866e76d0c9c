import {useSignal} from '@preact/signals';
import type {Ref} from 'preact';
import {useEffect, useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {type BulkFix, type BulkItem, type BulkResult, type BulkState, createBulkFix} from '../../customers/bulk-fix.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import type {CustomerResult} from '../../customers/result.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {Words} from '../forms/ChangeSummary.tsx';
import {WaitingStatus} from './ReadingStatus.tsx';

const resultWords: Readonly<Record<BulkResult, string>> = {
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

function Item({item}: {item: BulkItem}) {
  const {result, reason} = item.outcome.value;
  return (
    <li data-fix={item.check.id} data-result={result}>
      <strong>{item.title}</strong>
      <Words words={item.words} />
      {result !== 'waiting' && <span>{resultWords[result]}.</span>}
      {reason !== undefined && <span> {reason}</span>}
    </li>
  );
}

/** All changes. It is drawn once; of each only what became of it is drawn anew. */
function Items({items}: {items: readonly BulkItem[]}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="list" aria-label="Changes" tabIndex={0}>
      <ul class="plan">
        {items.map(item => (
          <Item key={`${item.customer.id} ${item.check.id}`} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** How many changes ended how: “Done: 5. Failed: 1.” */
function Tally({items}: {items: readonly BulkItem[]}) {
  const counts = new Map<string, number>();
  for (const {outcome} of items) {
    const words = resultWords[outcome.value.result];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return <>{[...counts].map(([words, count]) => `${words}: ${count}.`).join(' ')}</>;
}

function Status({fix}: {fix: BulkFix}) {
  const {of, done, all} = fix.progress.value;
  const state = fix.state.value;
  return (
    <p role="status">
      {of === 'looks' && state === 'looking' && `${done} of ${all} looked at.`}
      {of === 'changes' && `${done} of ${all} ${all === 1 ? 'change is' : 'changes are'} through. `}
      {of === 'undos' && `${done} of ${all} taken back. `}
      {state === 'ended' && <Tally items={fix.items.value} />}
    </p>
  );
}

/** That changes concern customers which the table does not show at the moment. */
function Hidden({these, customers}: {these: readonly CustomerResult[]; customers: Portfolio}) {
  const shown = new Set(customers.shown.value.map(({id}) => id));
  const all = new Set(these.map(({id}) => id));
  const hidden = [...all].filter(id => !shown.has(id)).length;
  if (hidden === 0) return null;
  const who = all.size === 1 ? 'It is' : hidden === 1 ? 'One of them is' : `${hidden} of them are`;
  return <p class="hint">{who} not shown at the moment.</p>;
}

const titles: Readonly<Record<Exclude<BulkState, 'none'>, string>> = {
  looking: 'Looking at what is needed…',
  preview: 'What will happen',
  running: 'What happens',
  pausing: 'What happens',
  paused: 'What has happened so far',
  undoing: 'What is taken back',
  stopping: 'What happens',
  ended: 'What was done',
};

const isBusy: ReadonlySet<BulkState> = new Set(['running', 'pausing', 'undoing', 'stopping']);

const hints: Partial<Readonly<Record<BulkState, string>>> = {
  pausing: 'It pauses after the changes under way.',
  stopping: 'It stops after the changes under way.',
};

interface ButtonsProps {
  readonly fix: BulkFix;
  readonly undoOpener: Ref<HTMLButtonElement>;
  readonly close: Ref<HTMLButtonElement>;
  readonly onCancel: () => void;
  readonly onUndo: () => void;
}

function Buttons({fix, undoOpener, close, onCancel, onUndo}: ButtonsProps) {
  const state = fix.state.value;
  const count = fix.items.value.length;
  return (
    <div class="actions">
      {state === 'preview' && count > 0 && (
        <button type="button" class="confirm" onClick={() => void fix.run()}>
          {count === 1 ? 'Do it' : `Do all ${count}`}
        </button>
      )}
      {state === 'paused' && (
        <button type="button" class="confirm" onClick={() => void fix.run()}>
          Go on
        </button>
      )}
      {state === 'running' && (
        <button type="button" onClick={() => fix.pause()}>
          Pause
        </button>
      )}
      {(state === 'running' || state === 'pausing' || state === 'paused' || state === 'undoing') && (
        <button type="button" onClick={() => fix.stop()}>
          Stop
        </button>
      )}
      {state === 'ended' && fix.undos.value.length > 0 && (
        <button ref={undoOpener} type="button" onClick={onUndo}>
          Undo what was done
        </button>
      )}
      {(state === 'looking' || state === 'preview' || state === 'ended') && (
        <button ref={close} type="button" class="quiet" onClick={onCancel}>
          {state === 'ended' || (state === 'preview' && count === 0) ? 'Close' : 'Cancel'}
        </button>
      )}
    </div>
  );
}

interface SureToUndoProps {
  readonly fix: BulkFix;
  readonly onSure: () => void;
  readonly onCancel: () => void;
}

/** What taking all of it back will do, and the second click for it. */
function SureToUndo({fix, onSure, onCancel}: SureToUndoProps) {
  const box = useRef<HTMLElement>(null);
  useOpeningFocus(() => box.current);
  return (
    <section class="preview" aria-label="Undo what was done" tabIndex={-1} ref={box}>
      <h4>What will happen</h4>
      <ul class="plan">
        {fix.undos.value.map(({title, words}, index) => (
          <li key={index}>
            <strong>{title}</strong>
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

/** Keeps the focus here when the button that had it is gone. */
function useKeptFocus(state: BulkState) {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef(state);
  useLayoutEffect(() => {
    const root = box.current?.getRootNode();
    if (last.current !== state && root instanceof ShadowRoot && root.activeElement === null) box.current?.focus();
    last.current = state;
  }, [state]);
  return box;
}

/**
 * Fixes many customers at once: what needs no answer, shown before it is done. When it is closed with the view, it stops after
 * the changes under way.
 */
export function FixSelected({customers}: {customers: Portfolio}) {
  const fix = useMemo(
    () => createBulkFix(customers.checklistOf, (id, checklist) => void customers.update(id, checklist)),
    [],
  );
  useEffect(() => () => fix.close(), []);
  const asksToUndo = useSignal(false);
  const state = fix.state.value;
  const box = useKeptFocus(state);
  const opener = useRef<HTMLButtonElement>(null);
  const undoOpener = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  // That is closed by a press of its button only.
  const canTakeBack = state === 'paused' || (state === 'ended' && fix.undos.value.length > 0);
  const isClosable = state === 'looking' || state === 'preview' || state === 'ended';
  const preview = useQuestion(opener, isClosable, () => fix.close());
  const undoing = useQuestion(undoOpener, state === 'ended' && asksToUndo.value, () => {
    asksToUndo.value = false;
  });
  const items = fix.items.value;
  if (state === 'none') {
    const chosen = customers.customers.value.filter(({id}) => customers.selected.value.has(id));
    return (
      <div ref={box} tabIndex={-1}>
        <div class="actions">
          <button
            ref={opener}
            type="button"
            class="confirm"
            aria-disabled={chosen.length === 0}
            onClick={() => void (chosen.length > 0 && fix.preview(chosen))}
          >
            Fix selected{chosen.length > 0 ? ` (${chosen.length})` : ''}
          </button>
          <span class="hint">
            {chosen.length === 0 && 'Choose customers in the table first. '}
            Makes private, gives colleagues access, and sets your notifications and labels. You see first what will
            happen.
          </span>
        </div>
        <Hidden these={chosen} customers={customers} />
      </div>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (asksToUndo.value) return undoing.onKeyDown(event);
    if (!canTakeBack) return preview.onKeyDown(event);
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    event.preventDefault();
    close.current?.focus();
  };
  return (
    <section class="preview" aria-label="Fix selected" ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
      <h4>{titles[state]}</h4>
      {state === 'preview' && items.length === 0 && <p>There is nothing to do.</p>}
      <Status fix={fix} />
      {(state === 'looking' || isBusy.has(state)) && <WaitingStatus customers={customers} />}
      {items.length > 0 && <Items items={items} />}
      {state === 'preview' && <Hidden these={items.map(({customer}) => customer)} customers={customers} />}
      {fix.left.value.map(sentence => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
      {hints[state] !== undefined && <p class="hint">{hints[state]}</p>}
      {isBusy.has(state) && (
        <p class="hint">
          If this view is closed, it stops after the changes under way. What was done stands in the journal on each
          customer’s own page, and can be taken back there.
        </p>
      )}
      {state === 'ended' && asksToUndo.value ? (
        <SureToUndo
          fix={fix}
          onSure={() => {
            asksToUndo.value = false;
            box.current?.focus();
            void fix.undo();
          }}
          onCancel={undoing.cancel}
        />
      ) : (
        <Buttons
          fix={fix}
          undoOpener={undoOpener}
          close={close}
          onCancel={preview.cancel}
          onUndo={() => {
            asksToUndo.value = true;
          }}
        />
      )}
    </section>
  );
}
