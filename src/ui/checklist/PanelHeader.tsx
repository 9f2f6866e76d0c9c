import type {Signal} from '@preact/signals';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Icon} from '../atoms/Icon.tsx';
import type {PanelPage} from '../page.ts';
import {forgetMissed} from './early-state.ts';
import {Logo, PlaybookLine, ProgressLine, subjectOf} from './Header.tsx';
import {LazyMenu} from './LazyMenu.tsx';

const texts = uiChecklistTexts.panel;

/** What is opened from the panel's menu, above the rows. */
export type Sheet = 'journal' | 'export' | 'kept';

interface PanelHeaderProps {
  readonly page: PanelPage;
  readonly sheet: Signal<Sheet | undefined>;
  readonly onClose: () => void;
}

/** The panel's head: whose checklist it is, how far that is, and what concerns all of it. */
export function PanelHeader({page: {checklist}, sheet, onClose}: PanelHeaderProps) {
  const isSomebodyElses = checklist.endedBy.value?.kind === 'other-user';
  const hasRows = checklist.rows.value.length > 0 && !isSomebodyElses;
  return (
    <header>
      <div class="who">
        {hasRows && <Logo checklist={checklist} />}
        <div class="name">
          <h2>{(hasRows && subjectOf(checklist)) || texts.title}</h2>
          {hasRows && checklist.place.kind === 'project' && <PlaybookLine checklist={checklist} />}
        </div>
        <button
          type="button"
          class="plain"
          aria-label={texts.readAgain}
          title={texts.readAgain}
          aria-disabled={checklist.reading.value}
          onClick={() => {
            if (checklist.reading.value) return;
            forgetMissed(checklist);
            void checklist.refresh();
          }}
        >
          <Icon name="refresh" />
        </button>
        {!isSomebodyElses && (
          <LazyMenu
            label={texts.more}
            draw={({HeaderMenu}) => <HeaderMenu checklist={checklist} hasRows={hasRows} sheet={sheet} />}
          />
        )}
        <button type="button" class="plain" aria-label={texts.close} title={texts.closeByKey} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {hasRows && <ProgressLine checklist={checklist} />}
    </header>
  );
}
