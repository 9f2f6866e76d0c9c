import pass from '@gitlab/svgs/dist/sprite_icons/check-circle-filled.svg?path';
import down from '@gitlab/svgs/dist/sprite_icons/chevron-down.svg?path';
import right from '@gitlab/svgs/dist/sprite_icons/chevron-right.svg?path';
import waiting from '@gitlab/svgs/dist/sprite_icons/clock.svg?path';
import close from '@gitlab/svgs/dist/sprite_icons/close.svg?path';
import reading from '@gitlab/svgs/dist/sprite_icons/ellipsis_h.svg?path';
import more from '@gitlab/svgs/dist/sprite_icons/ellipsis_v.svg?path';
import unknown from '@gitlab/svgs/dist/sprite_icons/information-o.svg?path';
import waived from '@gitlab/svgs/dist/sprite_icons/issue-close.svg?path';
import todo from '@gitlab/svgs/dist/sprite_icons/issue-open-m.svg?path';
import list from '@gitlab/svgs/dist/sprite_icons/list-task.svg?path';
import refresh from '@gitlab/svgs/dist/sprite_icons/retry.svg?path';
import danger from '@gitlab/svgs/dist/sprite_icons/warning-solid.svg?path';
import type {Verdict} from '../../customer/checks/check.ts';

/** GitLab's icons by what they say before the first item: outlines in a square of 16, to be filled by the even-odd rule. */
export const shapes: Readonly<
  Record<
    | Exclude<Verdict, 'fail'>
    | 'danger'
    | 'waiting'
    | 'reading'
    | 'close'
    | 'refresh'
    | 'list'
    | 'more'
    | 'right'
    | 'down',
    string
  >
> = {pass, todo, unknown, waived, reading, danger, waiting, more, right, down, close, refresh, list};

/** A picture without words: what it says stands beside it as text. */
export function Icon({name}: {name: keyof typeof shapes}) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" d={shapes[name]} />
    </svg>
  );
}
