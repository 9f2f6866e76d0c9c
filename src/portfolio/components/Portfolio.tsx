import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import type {Verdict} from '../../checks/check.ts';
import {shapes} from '../../panel/components/Icon.tsx';
import type {Store} from '../../panel/store.ts';
import {verdictWords} from '../../panel/verdict-words.ts';
import {type Portfolio as Customers, createPortfolio} from '../portfolio.ts';
import css from '../styles.css?inline';
import {CustomerDetails} from './CustomerDetails.tsx';
import {CustomerTable} from './CustomerTable.tsx';
import {Exports} from './Exports.tsx';
import {FixSelected} from './FixSelected.tsx';
import {Overview} from './Overview.tsx';
import {SavedViews} from './SavedViews.tsx';
import {ViewBar} from './ViewBar.tsx';

export interface PortfolioProps {
  /** The page's own store: that of the group. */
  readonly store: Store;
  readonly lastSegment: string | undefined;
}

function Reading({customers}: {customers: Customers}) {
  const {done, all} = customers.progress.value;
  const isReading = customers.isReading.value;
  const waiting = customers.waiting.value;
  const known = customers.customers.value;
  return (
    <div class="reading">
      <p role="status">
        {isReading && all === 0 && known.length === 0 && 'Reading the list of customers from GitLab…'}
        {isReading && all > 0 && `${done} of ${all} read.`}
        {!isReading && known.length > 0 && `${known.length} ${known.length === 1 ? 'customer' : 'customers'}.`}
        {waiting !== undefined &&
          ` Waiting for about ${waiting} s, so that enough of GitLab’s limit is left for you to go on working.`}
      </p>
      {isReading ? (
        <button type="button" onClick={() => customers.stop()}>
          Stop
        </button>
      ) : (
        <>
          <button type="button" onClick={() => void customers.read(false)}>
            Read what changed
          </button>
          <button type="button" class="quiet" onClick={() => void customers.read(true)}>
            Read all again
          </button>
        </>
      )}
    </div>
  );
}

let sheet: CSSStyleSheet | undefined;

/** Gives the panel's shadow the wide view's rules, once. */
function dress(element: HTMLElement | null): void {
  const root = element?.getRootNode();
  if (!(root instanceof ShadowRoot) || sheet !== undefined) return;
  sheet = new CSSStyleSheet();
  const icons = Object.keys(verdictWords).map(
    verdict =>
      `.table .cell[data-verdict="${verdict}"]::before { clip-path: path(evenodd, "${shapes[verdict as Verdict]}"); }`,
  );
  sheet.replaceSync([css, ...icons].join('\n'));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** All customers of a group, over the page. */
export function Portfolio({store, lastSegment}: PortfolioProps) {
  const customers = useMemo(() => createPortfolio(store), []);
  const openId = useSignal<number | undefined>(undefined);
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    dress(dialog.current);
    dialog.current?.focus();
    void customers.open();
    return () => customers.stop();
  }, []);
  const close = () => {
    store.isWide.value = false;
  };
  const problem = customers.problem.value;
  const open = customers.customers.value.find(({id}) => id === openId.value);
  return (
    <div
      ref={dialog}
      class="portfolio"
      role="dialog"
      aria-modal="true"
      aria-label="All customers"
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        if (openId.value === undefined) close();
        else openId.value = undefined;
      }}
    >
      <div class="head">
        <h2>All customers below {store.place.path}</h2>
        <button type="button" onClick={close}>
          Close
        </button>
      </div>
      <Reading customers={customers} />
      {problem !== undefined && (
        <div class="problem" role="alert">
          <p>
            {problem.words} {problem.advice}
          </p>
        </div>
      )}
      {customers.remarks.value.map(text => (
        <p key={text} class="hint">
          {text}
        </p>
      ))}
      {customers.customers.value.length === 0 && !customers.isReading.value && problem === undefined && (
        <p>There is no customer’s project here that you can see.</p>
      )}
      {customers.customers.value.length > 0 && (
        <>
          <Overview customers={customers} />
          <ViewBar customers={customers} workspace={store.sources.workspace} />
          <details class="saved">
            <summary>Saved views</summary>
            <SavedViews customers={customers} host={location.host} />
          </details>
          <div class="choice">
            <input
              id="list-marks"
              type="checkbox"
              checked={store.listMarksOn.value}
              onChange={() => {
                store.listMarksOn.value = !store.listMarksOn.value;
              }}
            />
            <label for="list-marks">Mark customers in GitLab’s own lists with their progress</label>
          </div>
          <div class="wide">
            <CustomerTable
              customers={customers}
              workspace={store.sources.workspace}
              openId={openId.value}
              onOpen={id => {
                openId.value = id === openId.value ? undefined : id;
              }}
            />
            {open !== undefined && (
              <CustomerDetails
                key={open.id}
                customers={customers}
                customer={open}
                lastSegment={lastSegment}
                onClose={() => {
                  openId.value = undefined;
                }}
              />
            )}
          </div>
          <FixSelected customers={customers} />
          <Exports customers={customers} workspace={store.sources.workspace} />
        </>
      )}
    </div>
  );
}
