import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {placeNotices} from '../scripts.ts';

/** What GitLab's page shows as it was before a change: its script is loaded when there is something. */
export function LazyOldOnPage({checklist}: {checklist: Checklist}) {
  const parts = checklist.oldOnPage.value;
  const isWanted = parts.length > 0;
  const loaded = placeNotices.loaded.value;
  useEffect(() => {
    if (isWanted) void placeNotices.load();
  }, [isWanted]);
  return isWanted && typeof loaded === 'object' ? <loaded.OldOnPage parts={parts} /> : null;
}
