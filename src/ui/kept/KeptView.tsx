import {useSignal} from '@preact/signals';
import {uiKeptTexts} from '../../texts/ui-kept.ts';
import {keptBox} from '../scripts.ts';

/** What the browser keeps: to clean up, to export and to import; loaded when it is opened. */
export function KeptView() {
  const opened = useSignal(0);
  const loaded = keptBox.loaded.value;
  return (
    <details
      class="kept"
      onToggle={event => {
        if (!event.currentTarget.open) return;
        opened.value += 1;
        void keptBox.load();
      }}
    >
      <summary>{uiKeptTexts.title}</summary>
      {typeof loaded === 'object' && <loaded.KeptBox opened={opened.value} />}
      {loaded === 'failed' && <p class="hint">{uiKeptTexts.notLoaded}</p>}
    </details>
  );
}
