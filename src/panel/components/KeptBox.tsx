import {useSignal} from '@preact/signals';
import {dequal} from 'dequal/lite';
import {useEffect, useRef} from 'preact/hooks';
import {extensionVersion} from '../../browser/extension.ts';
import type {Whose} from '../../browser/kept.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {createBackup, type Incoming, NoBackup, readBackup, takeIn} from '../backup.ts';
import {forgetOlder, forgetQuestion, type Heap, olderPart, readHeaps} from '../clean-up.ts';
import {type Coming, comingOf} from '../coming.ts';
import {countWords} from '../customer-path.ts';
import {download} from '../download.ts';
import {whoseHere} from '../whose.ts';
import {Alert} from './Alert.tsx';
import {useQuestion} from './use-question.ts';

const size = (bytes: number) => (bytes < 1_024 ? `${bytes} bytes` : `${Math.round(bytes / 1_024)} KB`);

function wordsOf(error: unknown): string {
  if (error instanceof NoBackup) return error.message;
  const {words, advice} = problemOf(error);
  return `${words} ${advice}`;
}

function HeapItem({heap, forget}: {heap: Heap; forget: () => Promise<void>}) {
  const sure = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const {cancel, onKeyDown} = useQuestion(opener, sure.value, () => {
    sure.value = false;
  });
  const count = olderPart(heap);
  const {title, items, bytes} = heap;
  const oldest = count === 1 ? 'Forget the oldest' : `Forget the oldest ${count}`;
  return (
    <li tabIndex={-1} onKeyDown={onKeyDown}>
      <span>
        {title}: {items.length === 0 ? 'none' : `${countWords(items.map(({of}) => of))}, ${size(bytes)}`}
      </span>
      {items.length > 0 && !sure.value && (
        <button
          ref={opener}
          type="button"
          class="quiet"
          aria-label={`${oldest}: ${title}`}
          onClick={() => {
            sure.value = true;
          }}
        >
          {oldest}
        </button>
      )}
      {sure.value && (
        <div class="actions">
          <p>{forgetQuestion(heap)}</p>
          <button type="button" class="danger" onClick={() => void forget().finally(() => (sure.value = false))}>
            Forget {count === 1 ? 'it' : `these ${count}`}
          </button>
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </div>
      )}
    </li>
  );
}

/** A file that can be taken in, and what it changes here. */
interface Looked {
  readonly incoming: Incoming;
  readonly coming: readonly Coming[];
}

function LookedAt({incoming: {odd, at}, coming}: Looked) {
  const left = odd === 0 ? '' : ` ${odd === 1 ? '1 entry is' : `${odd} entries are`} not understood and stay out.`;
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
          'Not imported yet: what is kept here was changed meanwhile. Read what comes in now, then try again.';
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
            <button type="button" class="confirm" onClick={() => looked.value && void take(looked.value)}>
              Import it
            </button>
            <button type="button" onClick={cancel}>
              Cancel
            </button>
          </div>
        </div>
      )}
      {done.value !== undefined && <p role="status">{done.value}</p>}
    </section>
  );
}

/** What the browser keeps of the user: how much, to clean up, to export, to import. */
export function KeptBox() {
  const whose = whoseHere.value;
  const heaps = useSignal<readonly Heap[]>([]);
  const fault = useSignal<string | undefined>(undefined);
  const fail = (error: unknown) => {
    fault.value = wordsOf(error);
  };
  const look = async () => {
    if (whose === undefined) return;
    try {
      heaps.value = await readHeaps(whose);
    } catch (error) {
      fail(error);
    }
  };
  useEffect(() => void look(), []);
  if (whose === undefined) return null;
  const begin = () => {
    fault.value = undefined;
  };
  const forget = async (heap: Heap) => {
    begin();
    await forgetOlder(whose, heap).catch(fail);
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
  return (
    <>
      <ul class="plan heaps">
        {heaps.value.map(heap => (
          <HeapItem key={heap.kind} heap={heap} forget={() => forget(heap)} />
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={() => void exportAll()}>
          Export everything
        </button>
      </div>
      <Import whose={whose} begin={begin} fail={fail} onDone={look} />
      {fault.value !== undefined && <Alert>{fault.value}</Alert>}
    </>
  );
}
