import type {Signal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {uiChecklistMenusTexts as texts} from '../../texts/ui-checklist-menus.ts';
import {uiKeptTexts} from '../../texts/ui-kept.ts';
import {Icon} from '../atoms/Icon.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {journal as journalScript, keptBox} from '../scripts.ts';
import {ExportSheet} from './ExportSheet.tsx';
import type {Sheet} from './PanelHeader.tsx';

export {default as css} from './sheet.css?inline';

/** Every change that was made from this browser: to look at, to take back, to copy. */
function Journal({checklist}: {checklist: Checklist}) {
  const loaded = journalScript.loaded.value;
  useEffect(() => {
    void checklist.loadJournal();
    void journalScript.load();
  }, []);
  if (loaded === 'failed') return <p class="hint">{uiChecklistTexts.loading.failed}</p>;
  return loaded ? <loaded.JournalEntries checklist={checklist} /> : null;
}

/** What the browser keeps: to clean up, to export and to import. */
function Kept() {
  const loaded = keptBox.loaded.value;
  useEffect(() => void keptBox.load(), []);
  if (loaded === 'failed') return <p class="hint">{uiKeptTexts.notLoaded}</p>;
  return loaded ? <loaded.KeptBox /> : null;
}

/** What was opened from the panel's menu; loaded when it is opened. */
export function SheetView({checklist, sheet}: {checklist: Checklist; sheet: Signal<Sheet | undefined>}) {
  const box = useRef<HTMLElement>(null);
  const shown = sheet.value;
  useOpeningFocus(() => box.current, [shown]);
  if (shown === undefined) return null;
  const journal = checklist.journal.value;
  const journalTitle = journal === undefined ? texts.journal : texts.journalOf(journal.length);
  const title = {journal: journalTitle, export: texts.export, kept: uiKeptTexts.title}[shown];
  const close = () => {
    // The menu that it was opened from.
    const opener = box.current?.closest('.panel')?.querySelector<HTMLElement>('header .menu > button');
    sheet.value = undefined;
    opener?.focus();
  };
  return (
    <section
      class={`sheet ${shown}`}
      aria-label={title}
      tabIndex={-1}
      ref={box}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      <div class="group-head">
        <h3>{title}</h3>
        <button type="button" class="plain" aria-label={texts.closeSheet(title)} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {shown === 'journal' && <Journal checklist={checklist} />}
      {shown === 'export' && <ExportSheet checklist={checklist} />}
      {shown === 'kept' && <Kept />}
    </section>
  );
}
