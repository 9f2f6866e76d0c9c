import {isNoMember} from '../../checklist/lacking-role.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {uiChecklistMenusTexts as menus} from '../../texts/ui-checklist-menus.ts';
import {handbookUrl} from '../../workspace/handbook.ts';
import {Menu} from '../atoms/Menu.tsx';
import {copyLink} from './copy-link.ts';
import {FixButton} from './RowButtons.tsx';
import type {RowInUse, RowProps} from './use-row.ts';

const texts = uiChecklistTexts.row;

interface RowMenuProps extends RowProps {
  readonly use: RowInUse;
  /** What the row is called now. */
  readonly title: string;
}

/** What else can be done about a row, where it stands in GitLab, and what the handbook says of it. */
export function RowMenu({checklist, row, use, title}: RowMenuProps) {
  const {check, finding} = row;
  const {byHand, others = []} = finding ?? {};
  const address = checklist.address.value;
  const canChange = !isNoMember(checklist.facts.value);
  const canWaive =
    canChange &&
    checklist.place.kind === 'project' &&
    finding !== undefined &&
    !row.lastLook &&
    finding.verdict !== 'pass';
  return (
    <Menu label={texts.more(title)} startsOpen>
      {others.map(other => (
        <li key={other.label.text}>
          <FixButton checklist={checklist} row={row} use={use} fix={other} />
        </li>
      ))}
      {canWaive && (
        <li>
          <button type="button" aria-label={menus.waiveOf(check.failureTitle)} onClick={use.onWaive}>
            {menus.waive}
          </button>
        </li>
      )}
      {canChange && byHand && address && (
        <li>
          <a href={byHand.path.startsWith('/groups/') ? byHand.path : `${address}${byHand.path}`}>{byHand.label}</a>
        </li>
      )}
      <li>
        <button type="button" onClick={() => void copyLink(checklist, check.id)}>
          {menus.copyLink}
        </button>
      </li>
      <li>
        <a
          href={handbookUrl(check.handbook)}
          target="_blank"
          rel="noreferrer"
          aria-label={texts.handbookOn(check.title)}
        >
          {texts.handbook}
        </a>
      </li>
    </Menu>
  );
}
