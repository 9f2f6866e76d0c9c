import {commonTrouble} from '../../checklist/common-trouble.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {handbookUrl} from '../../workspace/handbook.ts';
import {Icon} from '../atoms/Icon.tsx';
import {useEarlyPress} from './early-press.ts';
import {LackingRole} from './LackingRole.tsx';
import {LastMade} from './LastMade.tsx';
import {LazyForm} from './LazyForm.tsx';
import {listOf} from './list-state.ts';
import {FixButton, RetryButton, UndoButton} from './RowButtons.tsx';
import {Evidence, RowNotes} from './RowNotes.tsx';
import {RowTitle} from './RowTitle.tsx';
import {iconOf} from './row-icon.ts';
import {type RowProps, useRow} from './use-row.ts';

const texts = uiChecklistTexts.row;

/** A row that is done: a line, which unfolds to what was found and what else can be done. */
export function DoneRow({checklist, row}: RowProps) {
  const {check, finding, busy, undo} = row;
  const {id, handbook} = check;
  const use = useRow({checklist, row});
  const {form} = use;
  const {unfolded} = listOf(checklist);
  useEarlyPress({checklist, row}, use);
  // What keeps many rows from being read is said once, and unfolds none of them.
  const isTroubled = row.unconfirmed !== undefined && commonTrouble(checklist.rows.value) === undefined;
  const isUnfolded = unfolded.value.has(id) || form !== undefined || row.progress !== undefined || isTroubled;
  const others = finding?.others ?? [];
  const lacking = others.find(other => checklist.lacksRole(other) !== undefined);
  return (
    <li
      ref={use.item}
      data-check={id}
      data-verdict={row.lastLook ? undefined : finding?.verdict}
      aria-busy={busy}
      class={`row brief done ${iconOf(row)} ${row.lastLook ? 'before' : ''}`}
      tabIndex={-1}
    >
      <Icon name={iconOf(row)} />
      <h4>
        <button
          type="button"
          class="fold"
          aria-expanded={isUnfolded}
          onClick={() => {
            const all = new Set(unfolded.value);
            if (!all.delete(id)) all.add(id);
            unfolded.value = all;
          }}
        >
          <RowTitle row={row} />
        </button>
      </h4>
      <div class="act">
        <RetryButton row={row} use={use} class="quiet" />
        <UndoButton row={row} use={use} />
      </div>
      <div class="below" hidden={!isUnfolded}>
        <Evidence checklist={checklist} row={row} />
        <RowNotes checklist={checklist} row={row} open={form} />
        <LastMade row={row} use={use} />
        <div class="actions">
          {finding?.fix && <FixButton checklist={checklist} row={row} use={use} fix={finding.fix} isOwn />}
          {others.map(other => (
            <FixButton key={other.label.text} checklist={checklist} row={row} use={use} fix={other} />
          ))}
          {finding?.verdict === 'waived' && !undo && (
            <button type="button" onClick={use.onApply}>
              {texts.takeBack}
            </button>
          )}
          <a
            class="handbook"
            href={handbookUrl(handbook)}
            target="_blank"
            rel="noreferrer"
            aria-label={texts.handbookOn(check.title)}
          >
            {texts.handbook}
          </a>
        </div>
        {lacking && (
          <LackingRole
            checklist={checklist}
            fix={lacking}
            isOneOfMany={others.length > 1}
            address={checklist.address.value ?? ''}
          />
        )}
        {form && <LazyForm open={form} checklist={checklist} row={row} onDone={use.onDone} />}
      </div>
    </li>
  );
}
