import {titleOf} from '../../customer/checks/check.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Icon} from '../atoms/Icon.tsx';
import {ownFix, useEarlyPress} from './early-press.ts';
import {LackingRole, RoleHint} from './LackingRole.tsx';
import {LastMade} from './LastMade.tsx';
import {LazyForm} from './LazyForm.tsx';
import {LazyMenu} from './LazyMenu.tsx';
import {formsOf} from './open-form.ts';
import {FixButton, RetryButton, UndoButton} from './RowButtons.tsx';
import {Evidence, RowNotes} from './RowNotes.tsx';
import {RowTitle} from './RowTitle.tsx';
import {iconOf} from './row-icon.ts';
import {type RowProps, useRow} from './use-row.ts';

const texts = uiChecklistTexts.row;

interface OpenRowProps extends RowProps {
  /** Whether its button is the one that is to be pressed next. */
  readonly isNext: boolean;
}

/** A row of which something is left to do: what, why, and one button for it. */
export function OpenRow({checklist, row, isNext}: OpenRowProps) {
  const {check, finding, busy} = row;
  const {id} = check;
  const use = useRow({checklist, row});
  const {form} = use;
  const icon = iconOf(row);
  const title = titleOf(check, finding?.verdict);
  const taken = formsOf(checklist).taken.value;
  const fix = ownFix(row);
  useEarlyPress({checklist, row}, use);
  const others = finding?.others ?? [];
  const lacking = [...(fix ? [fix] : []), ...others].find(some => checklist.lacksRole(some) !== undefined);
  return (
    <li
      ref={use.item}
      data-check={id}
      data-verdict={row.lastLook ? undefined : finding?.verdict}
      aria-busy={busy}
      class={`row open ${icon} ${row.lastLook ? 'before' : ''}`}
      tabIndex={-1}
    >
      <Icon name={icon} />
      <div class="what">
        <h4>
          <RowTitle row={row} />
        </h4>
        <Evidence checklist={checklist} row={row} />
      </div>
      {taken?.rows.has(id) ? (
        <div class="act hint">{taken.words}</div>
      ) : (
        <div class="act">
          <FixButton checklist={checklist} row={row} use={use} fix={fix} isOwn isNext={isNext} />
          <RetryButton row={row} use={use} />
          {!checklist.endedBy.value && (
            <LazyMenu
              label={texts.more(title)}
              draw={({RowMenu}) => <RowMenu checklist={checklist} row={row} use={use} title={title} />}
            />
          )}
        </div>
      )}
      <div class="below">
        <RowNotes checklist={checklist} row={row} open={form} />
        <LastMade row={row} use={use} />
        <UndoButton row={row} use={use} />
        {row.lastLook?.lacks && <RoleHint {...row.lastLook.lacks} />}
        {lacking && (
          <LackingRole
            checklist={checklist}
            fix={lacking}
            isOneOfMany={others.length + (fix ? 1 : 0) > 1}
            address={checklist.address.value ?? ''}
          />
        )}
        {form && <LazyForm open={form} checklist={checklist} row={row} onDone={use.onDone} />}
      </div>
    </li>
  );
}
