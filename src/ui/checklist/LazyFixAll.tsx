import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {fixAll} from '../scripts.ts';
import {formsOf} from './open-form.ts';

/** All that needs no answer, once it was asked for and its script was loaded. */
export function LazyFixAll({checklist, opener}: {checklist: Checklist; opener: RefObject<HTMLButtonElement | null>}) {
  const isWanted = formsOf(checklist).isFixAllOpen.value;
  const loaded = fixAll.loaded.value;
  useEffect(() => {
    if (isWanted) void fixAll.load();
  }, [isWanted]);
  if (!isWanted || loaded === undefined) return null;
  if (loaded === 'failed') return <p class="problem">{uiChecklistTexts.loading.failed}</p>;
  return <loaded.FixAll checklist={checklist} opener={opener} />;
}
