import {useSignal, useSignalEffect} from '@preact/signals';
import {useEffect, useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {type Portfolio as Customers, createPortfolio} from '../../customers/portfolio.ts';
import {say} from '../../texts/say.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {ProblemAlert} from '../atoms/Alert.tsx';
import {Choice} from '../atoms/Choice.tsx';
import {closeForm} from '../checklist/close-form.ts';
import {formsOf} from '../checklist/open-form.ts';
import type {PanelPage} from '../page.ts';
import {listMarksOn} from '../preferences.ts';
import {Later} from './AfterPaint.tsx';
import {Age} from './Age.tsx';
import {CustomerDetails} from './CustomerDetails.tsx';
import {customerButton} from './CustomerRow.tsx';
import {CustomerTable} from './CustomerTable.tsx';
import {Exports} from './Exports.tsx';
import {FixSelected} from './FixSelected.tsx';
import {Overview} from './Overview.tsx';
import {ReadingStatus} from './ReadingStatus.tsx';
import {SavedViews} from './SavedViews.tsx';
import css from './styles.css?inline';
import {GoneToo, ViewBar} from './ViewBar.tsx';
import {verdictIcons} from './verdict-icons.ts';

export interface PortfolioProps {
  /** That of the group. */
  readonly page: PanelPage;
}

function Reading({customers, onForgotten}: {customers: Customers; onForgotten: () => void}) {
  const isReading = customers.isReading.value;
  const texts = uiCustomersTexts.reading;
  return (
    <div class="reading">
      <ReadingStatus customers={customers} />
      {isReading ? (
        <button type="button" onClick={() => customers.stop()}>
          {texts.stop}
        </button>
      ) : (
        <>
          <Age customers={customers} />
          <button type="button" onClick={() => void customers.read(false)}>
            {texts.readChanged}
          </button>
          <button type="button" class="quiet" onClick={() => void customers.read(true)}>
            {texts.readAll}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => void customers.forget().then(isForgotten => isForgotten && onForgotten())}
          >
            {texts.forget}
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
  sheet.replaceSync(`${css}\n${verdictIcons}`);
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
  const problem = customers.problem.value;
  const open = customers.customers.value.find(({id}) => id === openId.value);
  const checklist = open && checklistOf(customers, checklists, open.path);
  const closeDetails = () => {
    const root = dialog.current;
    if (open === undefined || root === null) return;
    // The row of the open customer is there as long as it is shown, wherever the table was scrolled.
    (customerButton(root, open.path) ?? root).focus();
    openId.value = undefined;
  };
  /** Closes what stands open, the innermost first. */
  const goBack = () => {
    if (checklist !== undefined && formsOf(checklist).open.value !== undefined)
      closeForm(dialog.current?.querySelector('.beside'), checklist);
    else if (open !== undefined) closeDetails();
    else close();
  };
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
      <div class="head">
        <h2>{uiCustomersTexts.titleBelow(page.place.path)}</h2>
        <button type="button" onClick={close}>
          {uiCustomersTexts.close}
        </button>
      </div>
      <Reading customers={customers} onForgotten={close} />
      <ProblemAlert problem={problem} />
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
        <>
          <Overview customers={customers} />
          <ViewBar customers={customers} workspace={workspace} />
          <details class="saved">
            <summary>{uiCustomersTexts.savedViews.title}</summary>
            <SavedViews customers={customers} owner={owner} />
          </details>
          <Choice
            id="list-marks"
            checked={listMarksOn.value}
            onChange={checked => {
              listMarksOn.value = checked;
            }}
          >
            {uiCustomersTexts.markInLists}
          </Choice>
          <Later>
            <div class="wide">
              <CustomerTable
                customers={customers}
                workspace={workspace}
                openId={openId.value}
                onOpen={id => {
                  openId.value = id === openId.value ? undefined : id;
                }}
              />
              {open !== undefined && checklist !== undefined && (
                <CustomerDetails
                  key={open.path}
                  customers={customers}
                  customer={open}
                  checklist={checklist}
                  onClose={closeDetails}
                />
              )}
            </div>
            <FixSelected customers={customers} />
            <Exports customers={customers} workspace={workspace} />
          </Later>
        </>
      )}
    </dialog>
  );
}
