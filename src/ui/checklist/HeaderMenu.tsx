import type {Signal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {uiChecklistMenusTexts as texts} from '../../texts/ui-checklist-menus.ts';
import {uiKeptTexts} from '../../texts/ui-kept.ts';
import {handbookUrl} from '../../workspace/handbook.ts';
import {Menu} from '../atoms/Menu.tsx';
import {copyLink} from './copy-link.ts';
import type {Sheet} from './PanelHeader.tsx';

interface HeaderMenuProps {
  readonly checklist: Checklist;
  /** Whether there are items that belong to whoever is signed in. */
  readonly hasRows: boolean;
  readonly sheet: Signal<Sheet | undefined>;
}

/** What concerns the whole checklist and is seldom wanted. */
export function HeaderMenu({checklist, hasRows, sheet}: HeaderMenuProps) {
  const book = checklist.playbook.value?.book;
  const open = (wanted: Sheet) => () => {
    sheet.value = wanted;
  };
  return (
    <Menu label={uiChecklistTexts.panel.more} startsOpen>
      {hasRows && (
        <li>
          <button type="button" onClick={open('journal')}>
            {texts.journal}
          </button>
        </li>
      )}
      {hasRows && checklist.place.kind === 'project' && (
        <li>
          <button type="button" onClick={open('export')}>
            {texts.export}
          </button>
        </li>
      )}
      {hasRows && (
        <li>
          <button type="button" onClick={() => void copyLink(checklist)}>
            {texts.copyLink}
          </button>
        </li>
      )}
      <li>
        <button type="button" onClick={open('kept')}>
          {uiKeptTexts.title}
        </button>
      </li>
      {hasRows && book && (
        <li>
          <a href={handbookUrl(book.handbook)} target="_blank" rel="noreferrer">
            {texts.handbook(book.title)}
          </a>
        </li>
      )}
    </Menu>
  );
}
