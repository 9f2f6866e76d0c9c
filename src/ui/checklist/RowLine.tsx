import {Icon} from '../atoms/Icon.tsx';
import {RowTitle} from './RowTitle.tsx';
import {iconOf} from './row-icon.ts';
import type {RowProps} from './use-row.ts';

/** A row while others are read for the first time: at its place, without anything to press. */
export function RowLine({row}: RowProps) {
  return (
    <li
      data-check={row.check.id}
      data-verdict={row.finding?.verdict}
      aria-busy={row.busy}
      class="row brief"
      tabIndex={-1}
    >
      <Icon name={iconOf(row)} />
      <h4>
        <RowTitle row={row} />
      </h4>
    </li>
  );
}
