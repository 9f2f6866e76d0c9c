import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {extensionVersion} from '../../browser/extension.ts';
import type {Whose} from '../../browser/kept.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {createBackup, type Incoming, NoBackup, readBackup, takeIn} from '../backup.ts';
import {forgetOlder, type Heap, olderPart, readHeaps} from '../clean-up.ts';
import {download} from '../download.ts';
import {whoseHere} from '../whose.ts';
import {Alert} from './Alert.tsx';

const size = (bytes: number) => (bytes < 1_024 ? `${bytes} bytes` : `${Math.round(bytes / 1_024)} KB`);

function wordsOf(error: unknown): string {
  if (error instanceof NoBackup) return error.message;
  const {words, advice} = problemOf(error);
  return `${words} ${advice}`;
}

function HeapItem({heap, forget}: {heap: Heap; forget: () => Promise<void>}) {
  const sure = useSignal(false);
  const count = olderPart(heap);
  const {title, items, bytes} = heap;
  const oldest = count === 1 ? 'Forget the oldest' : `Forget the oldest ${count}`;
  return (
    <li>
      {title}: {items.length}, {size(bytes)}
      {items.length > 0 && !sure.value && (
        <button
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
        <span class="actions">
          <span>They cannot come back.</span>
          <button type="button" class="danger" onClick={() => void forget().finally(() => (sure.value = false))}>
            Forget {count === 1 ? 'it' : `these ${count}`}
          </button>
          <button
            type="button"
            onClick={() => {
              sure.value = false;
            }}
          >
            Cancel
          </button>
        </span>
      )}
    </li>
  );
}

/** What comes in with a file, in words. */
function incomingWords({items, odd, at}: Incoming): string {
  const count = (kind: string) => items.filter(({name}) => name === kind).length;
  const some = (number: number, one: string, many: string) =>
    number === 0 ? [] : [number === 1 ? `one ${one}` : `${number} ${many}`];
  const known = ['customer', 'journal', 'draft', 'texts', 'flow'];
  const all = [
    ...some(count('customer'), 'customer’s ticks and notes', 'customers’ ticks and notes'),
    ...some(count('journal'), 'journal', 'journals'),
    ...some(count('draft') + count('texts'), 'draft', 'drafts'),
    ...some(count('flow'), 'guided flow', 'guided flows'),
    ...some(
      items.filter(({name}) => !known.includes(name)).length,
      'list of decisions and values',
      'lists of decisions and values',
    ),
  ];
  const left = odd === 0 ? '' : ` ${odd === 1 ? 'One entry is' : `${odd} entries are`} not understood and stay out.`;
  return `Exported on ${at.slice(0, 10)}: ${all.join(', ') || 'nothing'}.${left} Of two that are the same the newer one stays. Nothing that is kept here goes.`;
}

interface ImportProps {
  readonly whose: Whose;
  readonly begin: () => void;
  readonly fail: (error: unknown) => void;
  readonly onDone: () => Promise<void>;
}

function Import({whose, begin, fail, onDone}: ImportProps) {
  const incoming = useSignal<Incoming | undefined>(undefined);
  const done = useSignal<string | undefined>(undefined);
  const choose = async (file: File | undefined) => {
    begin();
    incoming.value = undefined;
    done.value = undefined;
    if (file === undefined) return;
    try {
      incoming.value = readBackup(await file.text(), {host: whose.host, userId: await whose.userId()});
    } catch (error) {
      fail(error);
    }
  };
  const take = async (from: Incoming) => {
    incoming.value = undefined;
    try {
      const left = await takeIn(whose, from);
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
    <>
      <div class="field">
        <label for="kept-import">Import</label>
        <input
          id="kept-import"
          type="file"
          accept="application/json,.json"
          onChange={event => void choose(event.currentTarget.files?.[0])}
        />
      </div>
      {incoming.value !== undefined && (
        <div class="preview">
          <p>{incomingWords(incoming.value)}</p>
          <div class="actions">
            <button type="button" class="confirm" onClick={() => incoming.value && void take(incoming.value)}>
              Import it
            </button>
            <button
              type="button"
              onClick={() => {
                incoming.value = undefined;
              }}
            >
              Cancel
            </button>
          </div>
        </div>
      )}
      {done.value !== undefined && <p role="status">{done.value}</p>}
    </>
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
      <ul class="plan">
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
