import {useMemo} from 'preact/hooks';
import {Words} from '../../panel/components/Words.tsx';
import {type BulkItem, type BulkResult, createBulkFix} from '../bulk-fix.ts';
import type {Portfolio} from '../portfolio.ts';

const resultWords: Readonly<Record<BulkResult, string>> = {
  waiting: '',
  running: 'Under way',
  done: 'Done',
  failed: 'Failed',
  undone: 'Taken back',
};

function Item({item}: {item: BulkItem}) {
  return (
    <li data-fix={item.check.id} data-result={item.result}>
      <strong>{item.customer.customer}</strong>
      <Words words={item.words} />
      {item.result !== 'waiting' && <span>{resultWords[item.result]}.</span>}
      {item.reason !== undefined && <span> {item.reason}</span>}
    </li>
  );
}

const titles = {
  looking: 'Looking at what is needed…',
  preview: 'What will happen',
  running: 'What happens',
  pausing: 'Pausing after what is under way…',
  paused: 'What has happened so far',
  ended: 'What was done',
} as const;

/** Fixes many customers at once: what needs no answer, shown before it is done. */
export function FixSelected({customers}: {customers: Portfolio}) {
  const fix = useMemo(() => createBulkFix(customers.storeFor, customers.update), []);
  const chosen = customers.customers.value.filter(({id}) => customers.selected.value.has(id));
  const state = fix.state.value;
  const items = fix.items.value;
  const isOver = (result: BulkResult) => result === 'done' || result === 'failed' || result === 'undone';
  const over = items.filter(({result}) => isOver(result)).length;
  const hasDone = items.some(({result}) => result === 'done');
  if (state === 'none') {
    return (
      <div class="actions">
        <button
          type="button"
          class="confirm"
          aria-disabled={chosen.length === 0}
          onClick={() => void (chosen.length > 0 && fix.preview(chosen))}
        >
          Fix selected{chosen.length > 0 ? ` (${chosen.length})` : ''}
        </button>
        <span class="hint">Private, colleagues’ access, notifications and labels: what needs no answer.</span>
      </div>
    );
  }
  return (
    <section class="preview" aria-label="Fix selected">
      <h4>{titles[state]}</h4>
      {state !== 'looking' && items.length === 0 && <p>Nothing of this is needed.</p>}
      {state !== 'preview' && state !== 'looking' && (
        <p role="status">
          {over} of {items.length} {items.length === 1 ? 'change is' : 'changes are'} through.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys. */}
      <section class="list" aria-label="Changes" tabIndex={0}>
        <ul class="plan">
          {items.map(item => (
            <Item key={`${item.customer.id} ${item.check.id}`} item={item} />
          ))}
        </ul>
      </section>
      {fix.left.value.map(sentence => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
      <div class="actions">
        {(state === 'preview' || state === 'paused') && items.length > 0 && (
          <button type="button" class="confirm" onClick={() => void fix.run()}>
            {state === 'paused' ? 'Go on' : `Do all ${items.length}`}
          </button>
        )}
        {state === 'running' && (
          <button type="button" onClick={() => fix.pause()}>
            Pause
          </button>
        )}
        {(state === 'running' || state === 'pausing' || state === 'paused') && (
          <button type="button" onClick={() => fix.stop()}>
            Stop
          </button>
        )}
        {(state === 'ended' || state === 'paused') && hasDone && (
          <button type="button" onClick={() => void fix.undo()}>
            Undo what was done
          </button>
        )}
        {state !== 'running' && state !== 'pausing' && (
          <button type="button" class="quiet" onClick={() => fix.close()}>
            Close
          </button>
        )}
      </div>
    </section>
  );
}
