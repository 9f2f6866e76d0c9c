import {dequal} from 'dequal/lite';
import type {KindName} from '../browser/item-kinds.ts';
import type {Shape} from '../browser/shape.ts';
import {
  bracketsShape,
  draftOf,
  draftShape,
  filledShape,
  journalShape,
  type KeptDraft,
  recordShape,
  sidesShape,
} from '../checklist/kept-shapes.ts';
import {draftOver} from '../customer/filling/draft.ts';

/** Of two values for the same placeholder the own one stays. */
const mergingDraft: Shape<KeptDraft> = {
  ...draftShape,
  merge(own, other, choose) {
    const [mine, theirs] = [draftShape.read(own), draftShape.read(other)];
    if (mine === undefined || theirs === undefined) return draftShape.merge(own, other, choose);
    const {values, left, lines} = draftOver(draftOf(mine), draftOf(theirs));
    const all = {values: [...values], left: [...left], lines: [...lines].map(([key, texts]) => [key, [...texts]])};
    if (dequal(all, {...mine, lines: mine.lines ?? []})) return own;
    return draftShape.write(own, draftShape.read(all));
  },
};

/** How the items are read and written that were kept before users were told apart, by their kind. */
export const ownerlessShapes: Readonly<Partial<Record<KindName, Shape<unknown>>>> = {
  customer: recordShape,
  people: sidesShape,
  brackets: bracketsShape,
  journal: journalShape,
  filled: filledShape,
  draft: mergingDraft,
};
