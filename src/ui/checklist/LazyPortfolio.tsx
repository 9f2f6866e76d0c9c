import {useEffect} from 'preact/hooks';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import type {PanelPage} from '../page.ts';
import {portfolio} from '../scripts.ts';

/** The wide view of all customers, after its script was loaded. */
export function LazyPortfolio({page}: {page: PanelPage}) {
  const loaded = portfolio.loaded.value;
  useEffect(() => void portfolio.load(), []);
  if (loaded === undefined) return null;
  if (loaded === 'failed') {
    return (
      <div class="portfolio problem" role="alert">
        <p>{uiChecklistTexts.loading.failed}</p>
      </div>
    );
  }
  return <loaded.Portfolio page={page} />;
}
