import type {ComponentChildren, Ref} from 'preact';
import type {WantedRemark} from '../../checklist/plan-remarks.ts';
import type {CustomerResult} from '../../customers/result.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {Icon} from '../atoms/Icon.tsx';
import {Menu} from '../atoms/Menu.tsx';

const texts = uiCustomersTexts.fixSelected;
const remarks = uiCustomersTexts.remarks;

interface SelectionBarProps {
  readonly chosen: readonly CustomerResult[];
  readonly opener: Ref<HTMLButtonElement>;
  /** Whether fixing them is what is to be pressed next. */
  readonly isNext: boolean;
  /** Whether the session has ended, so that nothing can be done. */
  readonly isOver: boolean;
  /** That some of them are out of sight, where that is so. */
  readonly hidden: ComponentChildren;
  readonly onFix: () => void;
  readonly onAsk: (kind: WantedRemark['kind']) => void;
}

/** How many customers are selected, and what can be done with them. */
export function SelectionBar({chosen, opener, isNext, isOver, hidden, onFix, onAsk}: SelectionBarProps) {
  const isNone = chosen.length === 0;
  return (
    <div class="bar-line">
      <div class="says">
        {isNone ? <p class="hint">{texts.chooseFirst}</p> : hidden}
        <p class="hint what">{texts.whatItDoes}</p>
      </div>
      {!isNone && !isOver && (
        <Menu
          label={remarks.menu}
          face={
            <>
              {remarks.menu} <Icon name="down" />
            </>
          }
        >
          {(['tick', 'waiver'] as const).map(kind => (
            <li key={kind}>
              <button type="button" onClick={() => onAsk(kind)}>
                {remarks[kind].action}
              </button>
            </li>
          ))}
        </Menu>
      )}
      <button
        ref={opener}
        type="button"
        class={isNext && !isOver ? 'confirm' : undefined}
        aria-disabled={isNone || isOver}
        onClick={() => void (isNone || isOver || onFix())}
      >
        {isNone ? texts.title : texts.titleOf(chosen.length)}
      </button>
    </div>
  );
}
