import type {RefObject} from 'preact';
import {useRef} from 'preact/hooks';
import {wordsOfChange} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {ItemResult} from '../../checklist/fix-all.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {Words} from '../forms/ChangeSummary.tsx';

const results: Readonly<Record<ItemResult, string>> = {
  waiting: '',
  running: 'Being done…',
  done: 'Done.',
  partly: 'Done in part; the row says what is left.',
  failed: 'Failed; the row says why.',
  stopped: 'Not done: stopped.',
};

/** Does everything that needs no answer, after it was shown, one after the other. */
export function FixAllBox({store, opener}: {store: Checklist; opener: RefObject<HTMLElement | null>}) {
  const box = useRef<HTMLElement>(null);
  const plan = store.fixAll.plan.value;
  const state = plan?.state;
  useOpeningFocus(() => (state === undefined ? undefined : box.current), [state === undefined]);
  const {cancel, onKeyDown} = useQuestion(opener, true, () => store.fixAll.close(), state === 'running');
  if (plan === undefined) return null;
  const count = plan.items.length;
  const at = plan.items.filter(({result}) => !['waiting', 'running'].includes(result)).length;
  return (
    <section class="preview box" aria-label="Fix all" tabIndex={-1} ref={box} onKeyDown={onKeyDown}>
      <h3>
        {state === 'preview' && (count === 0 ? 'Nothing can be done without an answer from you' : 'What will happen')}
        {state === 'running' && `${at} of ${count} done`}
        {state === 'ended' && 'What was done'}
      </h3>
      <ol class="plan">
        {plan.items.map(({check, change, result}) => (
          <li key={check.id}>
            <Words words={wordsOfChange(change)} />
            {results[result] && <p class="hint">{results[result]}</p>}
          </li>
        ))}
      </ol>
      <p class="hidden" role="status">
        {state === 'running' && `${at} of ${count} done`}
        {state === 'ended' && 'All that could be done is done.'}
      </p>
      <div class="actions">
        {state === 'preview' && count > 0 && (
          <button type="button" class="confirm" onClick={() => void store.fixAll.run()}>
            {count === 1 ? 'Do it' : `Do all ${count}`}
          </button>
        )}
        {state === 'running' && (
          <button type="button" onClick={() => store.fixAll.stop()}>
            Stop
          </button>
        )}
        {state !== 'running' && (
          <button type="button" onClick={cancel}>
            {state === 'ended' || count === 0 ? 'Close' : 'Cancel'}
          </button>
        )}
      </div>
    </section>
  );
}
