import type {Checklist} from '../../checklist/checklist.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {forms} from '../scripts.ts';

/** Every change that was made from this browser: to look at, to take back, to copy; loaded when it is opened. */
export function JournalView({checklist}: {checklist: Checklist}) {
  const journal = checklist.journal.value;
  const texts = uiChecklistTexts.panel;
  const loaded = forms.loaded.value;
  return (
    <details
      class="journal"
      onToggle={event => {
        if (!event.currentTarget.open) return;
        void checklist.loadJournal();
        void forms.load();
      }}
    >
      <summary>{journal === undefined ? texts.journal : texts.journalOf(journal.length)}</summary>
      {typeof loaded === 'object' && <loaded.JournalEntries checklist={checklist} />}
      {loaded === 'failed' && <p class="hint">{uiChecklistTexts.loading.noJournal}</p>}
    </details>
  );
}
