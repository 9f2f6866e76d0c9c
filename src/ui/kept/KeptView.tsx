import {useSignal} from '@preact/signals';
import {uiKeptTexts} from '../../texts/ui-kept.ts';
import {keptBox} from '../scripts.ts';

/** What the browser keeps: to clean up, to export and to import; loaded when it is opened. */
export function KeptView() {
  const opened = useSignal(0);
  const isOpen = useSignal(false);
  const loaded = keptBox.loaded.value;
  return (
    <details
      class="kept"
      onToggle={event => {
        isOpen.value = event.currentTarget.open;
        if (!isOpen.value) return;
        opened.value += 1;
        void keptBox.load();
      }}
    >
      <summary>{uiKeptTexts.title}</summary>
      {typeof loaded === 'object' && <loaded.KeptBox opened={opened.value} isOpen={isOpen.value} />}
      {loaded === 'failed' && <p class="hint">{uiKeptTexts.notLoaded}</p>}
    </details>
  );
}
