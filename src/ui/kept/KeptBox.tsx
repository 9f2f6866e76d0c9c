import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {extensionVersion} from '../../browser/extension.ts';
import {kindOfKey} from '../../browser/item-kinds.ts';
import {onKeptChange} from '../../browser/items.ts';
import {answers, whoseHere} from '../../checklist/whose.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {createBackup, NoBackup} from '../../kept/backup.ts';
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
import {countWords} from '../../kept/customer-path.ts';
import {ownerless} from '../../kept/ownerless-here.ts';
import {inTurn} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiKeptBoxTexts} from '../../texts/ui-kept-box.ts';
import {Alert} from '../atoms/Alert.tsx';
import {download} from '../atoms/download.ts';
import {oneAtATime} from '../atoms/one-at-a-time.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {ImportBox} from './ImportBox.tsx';

export {default as css} from './styles.css?inline';

const texts = uiKeptBoxTexts;

function wordsOf(error: unknown): string {
  if (error instanceof NoBackup) return error.message;
  const {words, advice} = problemOf(error);
  return say(inTurn(words, advice));
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
  /** As it was when it was asked: nothing else is forgotten, whatever was written meanwhile. */
  const asked = useSignal<Forgetting | undefined>(undefined);
  const opener = useRef<HTMLButtonElement>(null);
  const {cancel, onKeyDown} = useQuestion(opener, asked.value !== undefined, () => {
    asked.value = undefined;
  });
  const question = asked.value;
  return (
    <li tabIndex={-1} onKeyDown={onKeyDown}>
      <span>
        {title}: {words}
      </span>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {forgetting !== undefined && question === undefined && (
        <button
          ref={opener}
          type="button"
          class="quiet"
          aria-label={texts.forget.named(forgetting.label, title)}
          onClick={() => {
            asked.value = forgetting;
          }}
        >
          {forgetting.label}
        </button>
      )}
      {question !== undefined && (
        <div class="actions">
          <p>{question.question}</p>
          <button
            type="button"
            class="danger"
            onClick={() => void question.forget().finally(() => (asked.value = undefined))}
          >
            {question.confirm}
          </button>
          <button type="button" onClick={cancel}>
            {texts.cancel}
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
    label: texts.forget.oldest(count),
    question: forgetQuestion(heap),
    confirm: texts.forget.confirmOldest(count),
    forget,
  };
}

/** What the browser keeps: how much, to clean up, to export, to import. */
export function KeptBox() {
  const whose = whoseHere.value;
  const kept = useSignal<KeptHere>({heaps: [], rest: [], ownerless: []});
  const fault = useSignal<string | undefined>(undefined);
  const fail = (error: unknown) => {
    fault.value = wordsOf(error);
  };
  const look = useMemo(
    () =>
      oneAtATime(async () => {
        if (whose === undefined) return;
        try {
          kept.value = await readKept(whose, ownerless.value?.isThere.value ?? false);
        } catch (error) {
          fail(error);
        }
      }),
    [whose],
  );
  useEffect(() => void look(), [look, answers.value]);
  useEffect(
    () =>
      onKeptChange(keys => {
        if (keys.some(key => kindOfKey(key) !== undefined)) void look();
      }),
    [look],
  );
  if (whose === undefined) return null;
  const begin = () => {
    fault.value = undefined;
  };
  const forget = async (work: () => Promise<void>) => {
    begin();
    try {
      await whose.assertSignedIn();
      await work();
    } catch (error) {
      fail(error);
    }
    await look();
  };
  const exportAll = async () => {
    begin();
    try {
      await whose.assertSignedIn();
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
              heap.items.length === 0
                ? texts.none
                : `${countWords(heap.items.map(({of}) => of))}, ${sizeWords(heap.bytes)}`
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
                label: texts.forget.filled,
                question: texts.forget.filledQuestion,
                confirm: texts.forget.confirmFilled,
                forget: () => forget(() => forgetFilled(whose)),
              }
            }
          />
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={() => void exportAll()}>
          {texts.exportAll}
        </button>
      </div>
      {leftOut.length > 0 && <p class="hint">{texts.notExported(leftOut)}</p>}
      <ImportBox whose={whose} begin={begin} fail={fail} onDone={look} />
      {fault.value !== undefined && <Alert>{fault.value}</Alert>}
    </>
  );
}
