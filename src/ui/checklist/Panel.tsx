import {type Signal, useSignalEffect} from '@preact/signals';
import type {VNode} from 'preact';
import {useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {commonTrouble} from '../../checklist/common-trouble.ts';
import type {Row} from '../../checklist/row.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {useFocusInPanel} from '../atoms/focus-in-panel.ts';
import {Icon} from '../atoms/Icon.tsx';
import {KeptView} from '../kept/KeptView.tsx';
import type {PanelPage} from '../page.ts';
import {closeForm} from './close-form.ts';
import {FlowBar} from './FlowBar.tsx';
import {JournalView} from './JournalView.tsx';
import {LazyFixAll} from './LazyFixAll.tsx';
import {LazyFlow} from './LazyFlow.tsx';
import {LazyPortfolio} from './LazyPortfolio.tsx';
import {LazyProjectList} from './LazyProjectList.tsx';
import {Notices} from './Notices.tsx';
import {formsOf} from './open-form.ts';
import {PlaybookBar} from './PlaybookBar.tsx';
import {RowItem} from './RowItem.tsx';

const texts = uiChecklistTexts.panel;
const tabTexts = uiChecklistTexts.tab;

export interface PanelProps {
  readonly page: PanelPage;
  readonly open: Signal<boolean>;
}

/** How many rows of the playbook there are, and how many of them are done; undefined while they are read for the first time. */
function countOf({progress, rows}: Checklist): {readonly done: number | undefined; readonly all: number} {
  return {done: progress.value?.done, all: rows.value.filter(({isInPlaybook}) => isInPlaybook).length};
}

/** Whether some row of the playbook is known not to be done. */
function hasOpenRows({progress}: Checklist): boolean {
  const now = progress.value;
  return now !== undefined && now.done < now.all;
}

function Tab({checklist, open: isOpen}: {checklist: Checklist; open: Signal<boolean>}) {
  const {done, all} = countOf(checklist);
  const isSomebodyElses = checklist.endedBy.value?.kind === 'other-user';
  const label = () => {
    if (all === 0) return tabTexts.open;
    if (isSomebodyElses) return tabTexts.openOfOther;
    return done === undefined ? tabTexts.openReading : tabTexts.openWith(done, all);
  };
  const short = done === undefined || isSomebodyElses ? '…' : tabTexts.done(done, all);
  return (
    <button
      type="button"
      class={`tab ${done === all && all > 0 ? 'done' : ''}`}
      aria-label={label()}
      onClick={() => {
        isOpen.value = true;
      }}
    >
      <Icon name="list" />
      <span>{all > 0 ? short : tabTexts.customers}</span>
    </button>
  );
}

function summary(checklist: Checklist): string {
  const {done, all} = countOf(checklist);
  return done === undefined ? texts.reading : texts.done(done, all);
}

/** The whole panel: docked at the right, or closed to a tab. */
export function Panel({page, open}: PanelProps) {
  const {checklist, flows, isWide} = page;
  const aside = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const fixAll = useRef<HTMLButtonElement>(null);
  useFocusInPanel(root);
  const before = useRef(open.peek());
  useSignalEffect(() => {
    const now = open.value;
    if (now === before.current) return;
    before.current = now;
    queueMicrotask(() => {
      const target = now ? aside.current : root.current?.querySelector<HTMLElement>('.tab');
      target?.focus();
    });
  });
  const close = () => {
    open.value = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (formsOf(checklist).open.value === undefined) {
      close();
      return;
    }
    closeForm(root.current, checklist);
  };
  const onStep = (check: string) => {
    const row = root.current?.querySelector<HTMLElement>(`[data-check="${check}"]`);
    row?.scrollIntoView({block: 'start'});
    row?.focus({preventScroll: true});
  };
  // The same element for the same row: Preact does not look at it again then.
  const items = useRef(new WeakMap<Row, VNode>());
  const item = (row: Row) => {
    const known = items.current.get(row);
    if (known) return known;
    const made = <RowItem key={row.check.id} checklist={checklist} row={row} />;
    items.current.set(row, made);
    return made;
  };
  const rest = checklist.rows.value.filter(row => !row.isInPlaybook);
  return (
    <div class="frame" ref={root}>
      <p class="hidden" role="status">
        {say(checklist.announcement.value)}
      </p>
      {isWide.value && <LazyPortfolio page={page} />}
      {open.value ? (
        <aside aria-label={texts.title} class="panel" tabIndex={-1} ref={aside} onKeyDown={onKeyDown}>
          <header>
            <h2>{texts.title}</h2>
            <button
              type="button"
              class="plain"
              aria-label={texts.readAgain}
              title={texts.readAgain}
              aria-disabled={checklist.reading.value}
              onClick={() => void (checklist.reading.value || checklist.refresh())}
            >
              <Icon name="refresh" />
            </button>
            <button type="button" class="plain" aria-label={texts.close} title={texts.closeByKey} onClick={close}>
              <Icon name="close" />
            </button>
          </header>
          <div class={`body ${commonTrouble(checklist.rows.value) ? 'trouble' : ''}`}>
            <Notices page={page} />
            <LazyFlow page={page} />
            {flows.open.value === undefined && (
              <FlowBar page={page}>
                {checklist.place.kind === 'group' && (
                  <button
                    type="button"
                    onClick={() => {
                      isWide.value = true;
                    }}
                  >
                    {texts.checkAll}
                  </button>
                )}
              </FlowBar>
            )}
            {checklist.rows.value.length > 0 && checklist.endedBy.value?.kind !== 'other-user' && (
              <>
                {checklist.place.kind === 'project' && <PlaybookBar checklist={checklist} onStep={onStep} />}
                <div class="summary">
                  <p>{summary(checklist)}</p>
                  {hasOpenRows(checklist) && !formsOf(checklist).isFixAllOpen.value && (
                    <button
                      type="button"
                      ref={fixAll}
                      onClick={() => {
                        formsOf(checklist).isFixAllOpen.value = true;
                      }}
                    >
                      {texts.fixAll}
                    </button>
                  )}
                </div>
                <LazyFixAll checklist={checklist} opener={fixAll} />
                <ul class="rows">{checklist.rows.value.filter(row => row.isInPlaybook).map(item)}</ul>
                {rest.length > 0 && (
                  <details class="rest">
                    <summary>{texts.ofOtherPlaybooks(rest.length)}</summary>
                    <ul class="rows">{rest.map(item)}</ul>
                  </details>
                )}
                <JournalView checklist={checklist} />
              </>
            )}
            {checklist.place.kind === 'group' &&
              flows.open.value === undefined &&
              checklist.endedBy.value?.kind !== 'other-user' && <LazyProjectList page={page} />}
            {checklist.endedBy.value?.kind !== 'other-user' && <KeptView />}
          </div>
          <footer>{texts.notOfficial}</footer>
        </aside>
      ) : (
        <Tab checklist={checklist} open={open} />
      )}
    </div>
  );
}
