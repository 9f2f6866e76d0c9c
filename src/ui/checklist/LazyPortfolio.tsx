import {useEffect} from 'preact/hooks';
import type {Store} from '../../checklist/checklist.ts';
import {portfolio} from '../scripts.ts';

/** The wide view of all customers, after its script was loaded. */
export function LazyPortfolio({store, lastSegment}: {store: Store; lastSegment: string | undefined}) {
  const loaded = portfolio.loaded.value;
  useEffect(() => void portfolio.load(), []);
  if (loaded === undefined) return null;
  if (loaded === 'failed') {
    return (
      <div class="portfolio problem" role="alert">
        <p>The view could not be loaded. Refresh this page, then try again.</p>
      </div>
    );
  }
  return <loaded.Portfolio store={store} lastSegment={lastSegment} />;
}
