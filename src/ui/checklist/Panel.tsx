import {type Signal, useSignal, useSignalEffect} from '@preact/signals';
import {useRef} from 'preact/hooks';
import {commonTrouble} from '../../checklist/common-trouble.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {useFocusInPanel} from '../atoms/focus-in-panel.ts';
import type {PanelPage} from '../page.ts';
import {isAway, panelWidth, showPanel} from '../preferences.ts';
import {beside} from '../scripts.ts';
import {closeForm} from './close-form.ts';
import {pressWhileClosed} from './early-press.ts';
import {FlowBar} from './FlowBar.tsx';
import {LazyFlow} from './LazyFlow.tsx';
import {LazyOldOnPage} from './LazyOldOnPage.tsx';
import {LazyPortfolio} from './LazyPortfolio.tsx';
import {LazyProjectList} from './LazyProjectList.tsx';
import {LazySheet} from './LazySheet.tsx';
import {LazyToast} from './LazyToast.tsx';
import {Notices} from './Notices.tsx';
import {OnlyToRead} from './OnlyToRead.tsx';
import {formsOf} from './open-form.ts';
import {PanelHeader, type Sheet} from './PanelHeader.tsx';
import {Rows} from './Rows.tsx';
import {Tab} from './Tab.tsx';

const texts = uiChecklistTexts.panel;

export interface PanelProps {
  readonly page: PanelPage;
  readonly open: Signal<boolean>;
}

/** What stands in the panel below its head. */
function Body({page, sheet}: {page: PanelPage; sheet: Signal<Sheet | undefined>}) {
  const {checklist, flows, isWide} = page;
  const isSomebodyElses = checklist.endedBy.value?.kind === 'other-user';
  const isGroup = checklist.place.kind === 'group';
  return (
    <div class={`body ${commonTrouble(checklist.rows.value) ? 'trouble' : ''}`}>
      <Notices page={page} />
      {!isSomebodyElses && <LazySheet checklist={checklist} sheet={sheet} />}
      <LazyFlow page={page} />
      {flows.open.value === undefined && (
        <OnlyToRead checklist={checklist}>
          <FlowBar page={page}>
            {isGroup && (
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
        </OnlyToRead>
      )}
      {checklist.rows.value.length > 0 && !isSomebodyElses && <Rows checklist={checklist} />}
      {isGroup && flows.open.value === undefined && !isSomebodyElses && <LazyProjectList page={page} />}
    </div>
  );
}

/** The edge by which the panel is made wider, once its script was loaded. */
function Edge() {
  const loaded = beside.loaded.value;
  return typeof loaded === 'object' ? <loaded.PanelEdge /> : null;
}

/** The whole panel: docked at the right, or closed to a tab. */
export function Panel({page, open}: PanelProps) {
  const {checklist, flows, isWide} = page;
  const sheet = useSignal<Sheet | undefined>(undefined);
  const aside = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  useFocusInPanel(root);
  const before = useRef(open.peek());
  const stopPressing = useRef<(() => void) | undefined>(undefined);
  useSignalEffect(() => {
    const now = open.value;
    if (now === before.current) return;
    before.current = now;
    stopPressing.current?.();
    stopPressing.current = now ? undefined : pressWhileClosed(checklist);
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
    closeForm(aside.current, checklist);
  };
  return (
    <div class="frame" ref={root}>
      <p class="hidden" role="status">
        {say(checklist.announcement.value)}
      </p>
      {isWide.value && <LazyPortfolio page={page} />}
      {open.value && (
        <aside
          aria-label={texts.title}
          class={`panel ${isAway.value ? 'away' : ''}`}
          inert={isAway.value}
          style={`width:min(${panelWidth.value}px,100%)`}
          tabIndex={-1}
          ref={aside}
          onKeyDown={onKeyDown}
        >
          <Edge />
          <PanelHeader page={page} sheet={sheet} onClose={close} />
          <Body page={page} sheet={sheet} />
          <LazyToast checklist={checklist} isSilent={flows.open.value !== undefined} />
          <LazyOldOnPage checklist={checklist} />
          <footer>{texts.notOfficial}</footer>
        </aside>
      )}
      {(!open.value || isAway.value) && (
        <Tab
          checklist={checklist}
          onOpen={() => {
            showPanel();
            queueMicrotask(() => aside.current?.focus());
          }}
        />
      )}
    </div>
  );
}
