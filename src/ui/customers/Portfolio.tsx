import {batch, useComputed, useSignal, useSignalEffect} from '@preact/signals';
import {useEffect, useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {isMine} from '../../customers/mine.ts';
import {type Portfolio as Customers, createPortfolio} from '../../customers/portfolio.ts';
import {summaryOf} from '../../customers/view.ts';
import {say} from '../../texts/say.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import menuCss from '../atoms/menu.css?inline';
import {closeForm} from '../checklist/close-form.ts';
import {formsOf} from '../checklist/open-form.ts';
import {SignedOutNotice} from '../checklist/SignedOutNotice.tsx';
import type {PanelPage} from '../page.ts';
import {Later} from './AfterPaint.tsx';
import {CustomerDetails} from './CustomerDetails.tsx';
import {CustomerTable, type Spot} from './CustomerTable.tsx';
import {GoneToo} from './GoneToo.tsx';
import {Selection} from './Selection.tsx';
import {StatusLine} from './StatusLine.tsx';
import css from './styles.css?inline';
import {TopBar} from './TopBar.tsx';
import {verdictIcons} from './verdict-icons.ts';

export interface PortfolioProps {
  /** That of the group. */
  readonly page: PanelPage;
}

let sheet: CSSStyleSheet | undefined;

/** Gives the panel's shadow the wide view's rules, once. */
function dress(element: HTMLElement | null): void {
  const root = element?.getRootNode();
  if (!(root instanceof ShadowRoot) || sheet !== undefined) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(`${menuCss}\n${css}\n${verdictIcons}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function checklistOf(customers: Customers, checklists: Map<string, Checklist>, path: string): Checklist {
  const checklist = checklists.get(path) ?? customers.checklistOf(path);
  checklists.set(path, checklist);
  return checklist;
}

/** All customers of a group, over the page. */
export function Portfolio({page}: PortfolioProps) {
  const {workspace} = page.checklist.sources;
  const customers = useMemo(() => createPortfolio(page), []);
  /** By the customer's path, as long as this view is open: what was typed in one is there when it is opened again. */
  const checklists = useMemo(() => new Map<string, Checklist>(), []);
  const openId = useSignal<number | undefined>(undefined);
  /** The item that is to be shown of the open customer: another object each time that somebody asks for it. */
  const item = useSignal<{readonly check: string} | undefined>(undefined);
  /** The place in the table that is to get the focus. */
  const wanted = useSignal<Spot | undefined>(undefined);
  const summary = useComputed(() => {
    const all = customers.customers.value;
    return summaryOf(customers.view.value.mine ? all.filter(isMine) : all);
  });
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dress(dialog.current);
    dialog.current?.showModal();
    dialog.current?.focus();
  }, []);
  useEffect(() => {
    void customers.open();
    return () => customers.stop();
  }, []);
  const close = () => dialog.current?.close();
  useLayoutEffect(() => {
    const root = dialog.current?.getRootNode();
    // The button that had the focus is gone: keys would go to the page.
    if (root instanceof ShadowRoot && root.activeElement === null) dialog.current?.focus();
  }, [customers.isReading.value]);
  // A saved view can ask for it too.
  const readWithGone = useRef(customers.withGone.peek());
  useSignalEffect(() => {
    const isWanted = customers.withGone.value;
    if (isWanted === readWithGone.current) return;
    readWithGone.current = isWanted;
    void customers.read(false);
  });
  const owner = async () => ({host: location.host, userId: (await page.checklist.means.pageUser()).id});
  const open = customers.customers.value.find(({id}) => id === openId.value);
  const checklist = open && checklistOf(customers, checklists, open.path);
  const closeDetails = () =>
    batch(() => {
      // It is given the focus once nothing lies over the table, and beside it, any more.
      if (open !== undefined) wanted.value = {path: open.path, check: item.value?.check};
      openId.value = undefined;
    });
  const show = (id: number, check?: string) => {
    // The name of the open customer closes it; an item shows that one.
    if (id === openId.value && check === undefined) return closeDetails();
    return batch(() => {
      openId.value = id;
      item.value = check === undefined ? undefined : {check};
    });
  };
  /** Closes what stands open, the innermost first. */
  const goBack = () => {
    if (checklist !== undefined && formsOf(checklist).open.value !== undefined)
      closeForm(dialog.current?.querySelector('.beside'), checklist);
    else if (open !== undefined) closeDetails();
    else close();
  };
  const problem = customers.problem.value;
  return (
    <dialog
      ref={dialog}
      class="portfolio"
      aria-label={uiCustomersTexts.title}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        goBack();
      }}
      // The browser's own way back, and Escape while nothing in here has the focus; a file chooser's goes through here too.
      onCancel={event => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        goBack();
      }}
      onClose={() => {
        page.isWide.value = false;
      }}
    >
      <TopBar page={page} customers={customers} owner={owner} onClose={close} />
      <StatusLine customers={customers} summary={summary.value} />
      {problem?.kind === 'signed-out' ? <SignedOutNotice /> : <ProblemAlert problem={problem} />}
      {customers.remarks.value.map(say).map(text => (
        <p key={text} class="hint">
          {text}
        </p>
      ))}
      {customers.customers.value.length === 0 && customers.isWhole.value && (
        <>
          <p>{uiCustomersTexts.none}</p>
          <GoneToo customers={customers} />
        </>
      )}
      {customers.customers.value.length > 0 && (
        <Later>
          <div class="wide">
            <CustomerTable
              customers={customers}
              summary={summary.value}
              workspace={workspace}
              openId={openId.value}
              wanted={wanted}
              onOpen={show}
            />
            {open !== undefined && checklist !== undefined && (
              <CustomerDetails
                key={open.path}
                customers={customers}
                customer={open}
                checklist={checklist}
                item={item.value}
                onClose={closeDetails}
              />
            )}
          </div>
          <Selection customers={customers} checklist={page.checklist} />
        </Later>
      )}
    </dialog>
  );
}
