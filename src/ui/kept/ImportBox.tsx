import {useSignal} from '@preact/signals';
import {dequal} from 'dequal/lite';
import {useRef} from 'preact/hooks';
import type {PageWhose} from '../../checklist/whose.ts';
import {type Incoming, readBackup, takeIn} from '../../kept/backup.ts';
import {type Coming, comingOf} from '../../kept/coming.ts';
import {uiKeptBoxTexts} from '../../texts/ui-kept-box.ts';
import {FileInput} from '../atoms/FileInput.tsx';
import {useQuestion} from '../atoms/use-question.ts';

const texts = uiKeptBoxTexts.import;

/** A file that can be taken in, and what it changes here. */
interface Looked {
  readonly incoming: Incoming;
  readonly coming: readonly Coming[];
}

function LookedAt({incoming: {odd, at}, coming}: Looked) {
  const left = odd === 0 ? [] : [texts.notUnderstood(odd)];
  const day = texts.exportedOn(at);
  if (coming.length === 0) return <p>{[day, texts.nothingNew, ...left].join(' ')}</p>;
  return (
    <>
      <p>{[day, texts.comesIn].join(' ')}</p>
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
      <p>{[texts.newerStays, ...left].join(' ')}</p>
    </>
  );
}

interface ImportBoxProps {
  readonly whose: PageWhose;
  readonly begin: () => void;
  readonly fail: (error: unknown) => void;
  readonly onDone: () => Promise<void>;
}

/** Asks for an exported file, shows what comes in with it, then takes it in. */
export function ImportBox({whose, begin, fail, onDone}: ImportBoxProps) {
  const looked = useSignal<Looked | undefined>(undefined);
  const done = useSignal<string | undefined>(undefined);
  const name = useSignal<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const {cancel, onKeyDown} = useQuestion(input, looked.value !== undefined, () => {
    looked.value = undefined;
    done.value = undefined;
  });
  const choose = async (file: File | undefined) => {
    begin();
    name.value = file?.name;
    looked.value = undefined;
    done.value = undefined;
    if (file === undefined) return;
    try {
      await whose.assertSignedIn();
      const incoming = readBackup(await file.text(), {host: whose.host, userId: await whose.userId()});
      looked.value = {incoming, coming: await comingOf(whose, incoming)};
    } catch (error) {
      fail(error);
    }
  };
  const take = async ({incoming, coming}: Looked) => {
    begin();
    try {
      await whose.assertSignedIn();
      // Another tab, or “Delete the oldest” above, can have changed what is here.
      const now = await comingOf(whose, incoming);
      if (!dequal(now, coming)) {
        looked.value = {incoming, coming: now};
        done.value = now.length === 0 ? undefined : texts.changedMeanwhile;
        return;
      }
      looked.value = undefined;
      const left = await takeIn(whose, incoming);
      done.value = left === 0 ? texts.done : texts.doneExcept(left);
      await onDone();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <section aria-label={texts.title} tabIndex={-1} onKeyDown={onKeyDown}>
      <div class="field">
        <label for="kept-import">{texts.label}</label>
        <FileInput
          id="kept-import"
          accept="application/json,.json"
          input={input}
          name={name.value}
          onFile={file => void choose(file)}
        />
      </div>
      {looked.value !== undefined && (
        <div class="preview">
          <LookedAt {...looked.value} />
          <div class="actions">
            {looked.value.coming.length > 0 && (
              <button type="button" class="confirm" onClick={() => looked.value && void take(looked.value)}>
                {texts.confirm}
              </button>
            )}
            <button type="button" onClick={cancel}>
              {looked.value.coming.length > 0 ? uiKeptBoxTexts.cancel : texts.close}
            </button>
          </div>
        </div>
      )}
      {done.value !== undefined && <p role="status">{done.value}</p>}
    </section>
  );
}
