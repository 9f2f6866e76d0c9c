import fail from '@gitlab/svgs/dist/sprite_icons/error.svg?path';
import type {Verdict} from '../../customer/checks/check.ts';
import {shapes} from '../atoms/Icon.tsx';

const {pass, todo, unknown, waived} = shapes;
const outlines: Readonly<Record<Verdict, string>> = {pass, fail, todo, unknown, waived};

/** The rules that give the table's cells the icon of their verdict, without an element each. */
export const verdictIcons = Object.entries(outlines)
  .map(
    ([verdict, outline]) =>
      `.table .cell[data-verdict="${verdict}"]::before { clip-path: path(evenodd, "${outline}"); }`,
  )
  .join('\n');
