import type {Owner} from '../../browser/item-kinds.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {Icon} from '../atoms/Icon.tsx';
import type {PanelPage} from '../page.ts';
import {FilterField} from './FilterField.tsx';
import {More} from './More.tsx';
import {Popover} from './Popover.tsx';
import {Refresh} from './Refresh.tsx';
import {SavedViews} from './SavedViews.tsx';
import {Whose} from './Whose.tsx';

interface TopBarProps {
  readonly page: PanelPage;
  readonly customers: Portfolio;
  /** Whose views. */
  readonly owner: () => Promise<Owner>;
  readonly onClose: () => void;
}

/** The view's head in one line: whose customers, which of them, and what else there is, in menus that lie over the table. */
export function TopBar({page, customers, owner, onClose}: TopBarProps) {
  const {workspace} = page.checklist.sources;
  const {title, savedViews, close, closeByKey} = uiCustomersTexts;
  return (
    <div class="top">
      <div class="title">
        <h2>{title}</h2>
        <p class="where">{page.place.path}</p>
      </div>
      <Whose customers={customers} />
      <FilterField customers={customers} workspace={workspace} />
      <div class="tools">
        <Refresh customers={customers} onForgotten={onClose} />
        <Popover
          label={savedViews.title}
          face={
            <>
              {savedViews.title} <Icon name="down" />
            </>
          }
        >
          <SavedViews customers={customers} owner={owner} />
        </Popover>
        <More customers={customers} workspace={workspace} />
      </div>
      <button type="button" class="plain close" aria-label={close} title={closeByKey} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
