import {useSignal} from '@preact/signals';
import {dequal} from 'dequal/lite';
import {useEffect, useRef} from 'preact/hooks';
import {extensionVersion} from '../../browser/extension.ts';
import type {Whose} from '../../browser/items.ts';
import {answers, whoseHere} from '../../checklist/whose.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {createBackup, type Incoming, NoBackup, readBackup, takeIn} from '../../kept/backup.ts';
import {
  forgetFilled,
  forgetOlder,
  forgetQuestion,
  type Heap,
  type KeptHere,
  olderPart,
  readKept,
  sizeWords,
} from '../../kept/clean-up.ts';
import {type Coming, comingOf} from '../../kept/coming.ts';
import {countWords} from '../../kept/customer-path.ts';
import {ownerless} from '../../kept/ownerless.ts';
import {Alert} from '../atoms/Alert.tsx';
import {download} from '../atoms/download.ts';
import {useQuestion} from '../atoms/use-question.ts';

function wordsOf(error: unknown): string {
  if (error instanceof NoBackup) return error.message;
  const {words, advice} = problemOf(error);
  return `${words} ${advice}`;
}

/** What is asked before something is forgotten. */
interface Forgetting {
  /** What the button says that asks. */
  readonly label: string;
  readonly question: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly forget: () => Promise<void>;
}

interface KeptItemProps {
  readonly title: string;
  /** How much of it there is. */
  readonly words: string;
  readonly hint?: string | undefined;
  /** Undefined where it is not forgotten here. */
  readonly forgetting?: Forgetting | undefined;
}

function KeptItem({title, words, hint, forgetting}: KeptItemProps) {
  const sure = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const {cancel, onKeyDown} = useQuestion(opener, sure.value, () => {
    sure.value = false;
  });
  return (
    <li tabIndex={-1} onKeyDown={onKeyDown}>
      <span>
        {title}: {words}
      </span>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {forgetting !== undefined && !sure.value && (
        <button
          ref={opener}
          type="button"
          class="quiet"
          aria-label={`${forgetting.label}: ${title}`}
          onClick={() => {
            sure.value = true;
          }}
        >
          {forgetting.label}
        </button>
      )}
      {forgetting !== undefined && sure.value && (
        <div class="actions">
          <p>{forgetting.question}</p>
          <button
            type="button"
            class="danger"
            onClick={() => void forgetting.forget().finally(() => (sure.value = false))}
          >
            {forgetting.confirm}
          </button>
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </div>
      )}
    </li>
  );
}

function forgettingOf(heap: Heap, forget: () => Promise<void>): Forgetting | undefined {
  const count = olderPart(heap);
  if (count === 0) return undefined;
  return {
    label: count === 1 ? 'Forget the oldest' : `Forget the oldest ${count}`,
    question: forgetQuestion(heap),
    confirm: `Forget ${count === 1 ? 'it' : `these ${count}`}`,
    forget,
  };
}

/** A file that can be taken in, and what it changes here. */
interface Looked {
  readonly incoming: Incoming;
  readonly coming: readonly Coming[];
}

function LookedAt({incoming: {odd, at}, coming}: Looked) {
  const left =
    odd === 0
      ? ''
      : odd === 1
        ? ' 1 entry is not understood and stays out.'
        : ` ${odd} entries are not understood and stay out.`;
  const day = `Exported on ${at.slice(0, 10)}.`;
  if (coming.length === 0)
    return (
      <p>
        {day} It has nothing that is not here.{left}
      </p>
    );
  return (
    <>
      <p>{day} This comes in, even if you took it away here since then:</p>
      <ul class="plan">
        {coming.map(({where, words}) => (
          <li key={where}>
            {where !== '' && <span class="where">{where}</span>}
            <ul>
              {words.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        Where both have the same, the newer one stays, or the one that is here if they have no date. Nothing else that
        is kept here changes.{left}
      </p>
    </>
  );
}

interface ImportProps {
  readonly whose: Whose;
  readonly begin: () => void;
  readonly fail: (error: unknown) => void;
  readonly onDone: () => Promise<void>;
}

function Import({whose, begin, fail, onDone}: ImportProps) {
  const looked = useSignal<Looked | undefined>(undefined);
  const done = useSignal<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const {cancel, onKeyDown} = useQuestion(input, looked.value !== undefined, () => {
    looked.value = undefined;
    done.value = undefined;
  });
  const choose = async (file: File | undefined) => {
    begin();
    looked.value = undefined;
    done.value = undefined;
    if (file === undefined) return;
    try {
      const incoming = readBackup(await file.text(), {host: whose.host, userId: await whose.userId()});
      looked.value = {incoming, coming: await comingOf(whose, incoming)};
    } catch (error) {
      fail(error);
    }
  };
  const take = async ({incoming, coming}: Looked) => {
    try {
      // Another tab, or “Forget the oldest” above, can have changed what is here.
      const now = await comingOf(whose, incoming);
      if (!dequal(now, coming)) {
        looked.value = {incoming, coming: now};
        done.value =
          now.length === 0
            ? undefined
            : 'Not imported yet: what is kept here was changed meanwhile. Read what comes in now, then try again.';
        return;
      }
      looked.value = undefined;
      const left = await takeIn(whose, incoming);
      done.value =
        left === 0
          ? 'Imported. Reload this page to see it.'
          : `Imported, except for ${left === 1 ? 'one item' : `${left} items`}: another version of CSM Checklist wrote what is kept here.`;
      await onDone();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <section aria-label="From a file" tabIndex={-1} onKeyDown={onKeyDown}>
      <div class="field">
        <label for="kept-import">Import</label>
        <input
          ref={input}
          id="kept-import"
          type="file"
          accept="application/json,.json"
          onChange={event => void choose(event.currentTarget.files?.[0])}
        />
      </div>
      {looked.value !== undefined && (
        <div class="preview">
          <LookedAt {...looked.value} />
          <div class="actions">
            {looked.value.coming.length > 0 && (
              <button type="button" class="confirm" onClick={() => looked.value && void take(looked.value)}>
                Import it
              </button>
            )}
            <button type="button" onClick={cancel}>
              {looked.value.coming.length > 0 ? 'Cancel' : 'Close'}
            </button>
          </div>
        </div>
      )}
      {done.value !== undefined && <p role="status">{done.value}</p>}
    </section>
  );
}

/**
 * What the browser keeps: how much, to clean up, to export, to import.
 *
 * @param props.opened how often it was opened: it is looked at anew each time
 */
export function KeptBox({opened}: {opened: number}) {
  const whose = whoseHere.value;
  const kept = useSignal<KeptHere>({heaps: [], rest: [], ownerless: []});
  const fault = useSignal<string | undefined>(undefined);
  const fail = (error: unknown) => {
    fault.value = wordsOf(error);
  };
  const look = async () => {
    if (whose === undefined) return;
    try {
      kept.value = await readKept(whose, ownerless.value?.isThere.value ?? false);
    } catch (error) {
      fail(error);
    }
  };
  useEffect(() => void look(), [opened, answers.value]);
  if (whose === undefined) return null;
  const begin = () => {
    fault.value = undefined;
  };
  const forget = async (work: () => Promise<void>) => {
    begin();
    await work().catch(fail);
    await look();
  };
  const exportAll = async () => {
    begin();
    try {
      const at = new Date().toISOString();
      const backup = await createBackup(whose, {version: extensionVersion(), at});
      download(`csm-checklist-${at.slice(0, 10)}.json`, 'application/json', JSON.stringify(backup, undefined, 2));
    } catch (error) {
      fail(error);
    }
  };
  const {heaps, rest, ownerless: leftOut} = kept.value;
  return (
    <>
      <ul class="plan heaps">
        {heaps.map(heap => (
          <KeptItem
            key={heap.kind}
            title={heap.title}
            words={
              heap.items.length === 0 ? 'none' : `${countWords(heap.items.map(({of}) => of))}, ${sizeWords(heap.bytes)}`
            }
            forgetting={forgettingOf(heap, () => forget(() => forgetOlder(whose, heap)))}
          />
        ))}
        {rest.map(({title, bytes, hint, forgets}) => (
          <KeptItem
            key={title}
            title={title}
            words={sizeWords(bytes)}
            hint={hint}
            forgetting={
              forgets && {
                label: 'Forget them',
                question: 'Forget the values that were committed? They are not suggested again. This cannot be undone.',
                confirm: 'Forget all of them',
                forget: () => forget(() => forgetFilled(whose)),
              }
            }
          />
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={() => void exportAll()}>
          Export everything
        </button>
      </div>
      {leftOut.length > 0 && <p class="hint">Not in it until you say whose they are: {leftOut.join('; ')}.</p>}
      <Import whose={whose} begin={begin} fail={fail} onDone={look} />
      {fault.value !== undefined && <Alert>{fault.value}</Alert>}
    </>
  );
}
