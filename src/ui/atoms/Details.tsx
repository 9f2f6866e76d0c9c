import {useSignal} from '@preact/signals';
import {uiAtomsTexts} from '../../texts/ui-atoms.ts';

/** How many details stand there before the rest has to be asked for, and how many at most. */
const few = 5;
const most = 200;

/** Lines below a row: the first few, the others when they are asked for. */
export function Details({lines}: {lines: readonly string[]}) {
  const isWhole = useSignal(false);
  const {length} = lines;
  return (
    <>
      <ul class="details">
        {lines.slice(0, isWhole.value ? most : few).map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {isWhole.value && length > most && <p>{uiAtomsTexts.andMore(length - most)}</p>}
      {length > few && (
        <button
          type="button"
          class="quiet"
          aria-expanded={isWhole.value}
          onClick={() => {
            isWhole.value = !isWhole.value;
          }}
        >
          {uiAtomsTexts.more(length - few)}
        </button>
      )}
    </>
  );
}
