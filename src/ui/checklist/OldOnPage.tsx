import type {PagePart} from '../../checklist/old-on-page.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {uiChecklistPlaceTexts as texts} from '../../texts/ui-checklist-place.ts';

/** What pages other than the project's or group's own show of it. */
const everywhere: ReadonlySet<PagePart> = new Set(['name', 'logo']);

/** A quiet line below the items, so that nothing moves: GitLab’s page shows something as it was. */
export function OldOnPage({parts}: {parts: readonly PagePart[]}) {
  const isHome = /^(projects|groups):show$/.test(document.body.dataset.page ?? '');
  const shown = parts.filter(part => isHome || everywhere.has(part));
  if (shown.length === 0) return null;
  return (
    <p class="old-on-page" role="status">
      <span>{texts.old(shown.map(part => texts.parts[part]))}</span>
      <button type="button" class="quiet" onClick={() => location.reload()}>
        {uiChecklistTexts.notices.reload}
      </button>
    </p>
  );
}
