import type {Signal} from '@preact/signals';
import type {ComponentChildren, VNode} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {commonTrouble} from '../../checklist/common-trouble.ts';
import type {Row} from '../../checklist/row.ts';
import {verdictWords} from '../../checklist/verdict-words.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Icon} from '../atoms/Icon.tsx';
import {DoneRow} from './DoneRow.tsx';
import {allAtOnce, isMissed, isPressed, noteMissed, pressEarly} from './early-press.ts';
import {focusOn} from './focus-on.ts';
import {LazyFixAll} from './LazyFixAll.tsx';
import {listOf} from './list-state.ts';
import {OpenRow} from './OpenRow.tsx';
import {formsOf} from './open-form.ts';
import {RowLine} from './RowLine.tsx';
import {toastOf} from './toast-state.ts';

const {groups: texts, row: rowTexts} = uiChecklistTexts;

interface GroupProps {
  readonly checklist: Checklist;
  readonly rows: readonly Row[];
}

/** The same element for the same row: Preact does not look at it again then. */
function useItems(make: (row: Row) => VNode): (row: Row) => VNode {
  const known = useRef(new WeakMap<Row, VNode>());
  return row => {
    const item = known.current.get(row) ?? make(row);
    known.current.set(row, item);
    return item;
  };
}

interface OpenGroupProps extends GroupProps {
  /** Id of the row whose button is the one to be pressed next. */
  readonly next?: string | undefined;
  readonly isHidden?: boolean;
}

function OpenRows({checklist, rows, next, isHidden}: OpenGroupProps) {
  return (
    <ul class="rows" hidden={isHidden}>
      {rows.map(row => (
        <OpenRow key={row.check.id} checklist={checklist} row={row} isNext={row.check.id === next} />
      ))}
    </ul>
  );
}

function Head({title, count, children}: {title: string; count: number; children?: ComponentChildren}) {
  return (
    <div class="group-head">
      <h3>
        {title} <span class="count">{count}</span>
      </h3>
      {children}
    </div>
  );
}

/** What needs no answer: each alone, or all with one button. */
function FixNow({checklist, rows}: GroupProps) {
  const {isFixAllOpen, open, plan, taken, hasOtherPrimary} = formsOf(checklist);
  const opener = useRef<HTMLButtonElement>(null);
  const isOpen = isFixAllOpen.value;
  const isEarly = !listOf(checklist).isGrouped.value;
  const openAll = () => {
    // Whatever was done before, what is to be done now is listed anew.
    plan.value?.close();
    toastOf(checklist).row.value = undefined;
    isFixAllOpen.value = true;
  };
  const isWanted = isPressed(checklist, allAtOnce);
  useEffect(() => {
    if (isEarly || !isWanted) return;
    pressEarly(checklist, allAtOnce);
    if (rows.length > 0) openAll();
    else noteMissed(checklist, allAtOnce, true);
  }, [isEarly, isWanted]);
  if (rows.length === 0 && !isOpen) return null;
  return (
    <section class="row-group" aria-label={texts.fixNow}>
      <Head title={texts.fixNow} count={rows.length}>
        {!isOpen && !taken.value && (
          <button
            ref={opener}
            type="button"
            class={open.value === undefined && !hasOtherPrimary.value && !isEarly ? 'confirm' : undefined}
            title={isEarly ? rowTexts.early : undefined}
            aria-pressed={isEarly ? isWanted : undefined}
            onClick={({detail}) => {
              if (!isEarly) openAll();
              else if (detail < 2) pressEarly(checklist, allAtOnce);
            }}
          >
            {texts.fix(rows.length)}
          </button>
        )}
      </Head>
      <LazyFixAll checklist={checklist} opener={opener} />
      <OpenRows checklist={checklist} rows={rows} isHidden={isOpen} />
    </section>
  );
}

interface FoldedProps extends GroupProps {
  readonly title: string;
  readonly isOpen: Signal<boolean>;
}

/** Rows that are folded away, each a line. */
function Folded({checklist, rows, title, isOpen}: FoldedProps) {
  const item = useItems(row => <DoneRow key={row.check.id} checklist={checklist} row={row} />);
  if (rows.length === 0) return null;
  // What stands open in one of them, or goes on there, is not folded away with it.
  const {open} = formsOf(checklist);
  const isTroubled = commonTrouble(checklist.rows.value) !== undefined;
  const isInSight = ({check, progress, canRetry}: Row) =>
    progress !== undefined || (canRetry && !isTroubled) || check.id === open.value?.row;
  const isShown = isOpen.value || rows.some(isInSight);
  return (
    <section class="row-group" aria-label={title}>
      <h3>
        <button
          type="button"
          class="fold"
          aria-expanded={isShown}
          onClick={() => {
            isOpen.value = !isShown;
          }}
        >
          <Icon name={isShown ? 'down' : 'right'} />
          {title} <span class="count">{rows.length}</span>
        </button>
      </h3>
      <ul class="rows" hidden={!isShown}>
        {rows.map(item)}
      </ul>
    </section>
  );
}

/** The rows of a checklist as what is to be done: at once, by somebody, or not any more. */
export function Groups({checklist}: {checklist: Checklist}) {
  const {isGrouped, isShown, groups, unread, isDoneOpen, isOtherOpen} = listOf(checklist);
  const line = useItems(row => <RowLine key={row.check.id} checklist={checklist} row={row} />);
  const box = useRef<HTMLDivElement>(null);
  const {isFixAllOpen, hasOtherPrimary} = formsOf(checklist);
  const isOpen = isFixAllOpen.value;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) focusOn(box.current, '');
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isShown.value)
    return <ul class="rows ungrouped">{checklist.rows.value.filter(row => row.isInPlaybook).map(line)}</ul>;
  const fixNow = groups['fix-now'].value;
  const needsYou = groups['needs-you'].value;
  const toDo = checklist.endedBy.value ? verdictWords.unknown : texts.needsYou;
  const hasForm = formsOf(checklist).open.value !== undefined || !isGrouped.value;
  const next = fixNow.length > 0 || isOpen || hasForm || hasOtherPrimary.value ? undefined : needsYou[0]?.check.id;
  return (
    <div class="groups" ref={box}>
      {isMissed(checklist, allAtOnce) && (
        <p class="hint" role="status">
          {rowTexts.missedDone}
        </p>
      )}
      <FixNow checklist={checklist} rows={fixNow} />
      {needsYou.length > 0 && (
        <section class="row-group" aria-label={toDo}>
          <Head title={toDo} count={needsYou.length} />
          <OpenRows checklist={checklist} rows={needsYou} next={next} />
        </section>
      )}
      {unread.value.length > 0 && (
        <section class="row-group" aria-label={texts.checking}>
          <Head title={texts.checking} count={unread.value.length} />
          <ul class="rows">{unread.value.map(line)}</ul>
        </section>
      )}
      <Folded checklist={checklist} rows={groups.done.value} title={texts.done} isOpen={isDoneOpen} />
      <Folded checklist={checklist} rows={groups.other.value} title={texts.other} isOpen={isOtherOpen} />
    </div>
  );
}
