import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {forms} from '../scripts.ts';
import {formsOf} from './open-form.ts';

/** “Fix all”, once it was asked for and its script was loaded. */
export function LazyFixAll({checklist, opener}: {checklist: Checklist; opener: RefObject<HTMLButtonElement | null>}) {
  const isWanted = formsOf(checklist).fixAll.state.value !== 'none';
  const loaded = forms.loaded.value;
  useEffect(() => {
    if (isWanted) void forms.load();
  }, [isWanted]);
  if (!isWanted || loaded === undefined) return null;
  if (loaded === 'failed') return <p class="problem">It could not be loaded. Refresh this page, then try again.</p>;
  return <loaded.FixAll checklist={checklist} opener={opener} />;
}
