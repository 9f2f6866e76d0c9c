import type {Signal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Alert} from '../atoms/Alert.tsx';
import {sheets} from '../scripts.ts';
import type {Sheet} from './PanelHeader.tsx';

interface LazySheetProps {
  readonly checklist: Checklist;
  readonly sheet: Signal<Sheet | undefined>;
}

/** What was opened from the panel's menu, once its script was loaded. */
export function LazySheet({checklist, sheet}: LazySheetProps) {
  const isOpen = sheet.value !== undefined;
  const loaded = sheets.loaded.value;
  useEffect(() => {
    if (isOpen) void sheets.load();
  }, [isOpen]);
  if (!isOpen || loaded === undefined) return null;
  if (loaded === 'failed') return <Alert>{uiChecklistTexts.loading.failed}</Alert>;
  return <loaded.SheetView checklist={checklist} sheet={sheet} />;
}
