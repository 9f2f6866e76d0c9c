import type {PanelPage} from '../page.ts';
import {beside} from '../scripts.ts';

/** What the extension draws over GitLab's page, once its script was loaded. */
export function LazyPageMarks({page}: {page: PanelPage}) {
  const loaded = beside.loaded.value;
  return typeof loaded === 'object' ? <loaded.PageMarks page={page} /> : null;
}
