import {createItems, type Whose} from '../browser/kept.ts';
import {type FilledValues, withFilled} from '../placeholders/learned.ts';
import type {Draft} from './draft.ts';
import {draftShape, filledShape} from './kept-shapes.ts';

/** Where values for placeholders are kept: on this computer. */
export interface ValuesBook {
  history(): Promise<FilledValues>;
  /** Keeps what was committed. */
  learn(filled: FilledValues): Promise<void>;
  draft(projectId: number): Promise<Draft>;
  keepDraft(projectId: number, draft: Draft): Promise<void>;
}

/** The user's own values; what was kept before users were told apart is offered too, until they have their own. */
export function createValuesBook(whose: Whose): ValuesBook {
  const filledItems = createItems('filled', whose, filledShape);
  const drafts = createItems('draft', whose, draftShape);
  return {
    async history() {
      const {own, ownerless} = await filledItems.read();
      return withFilled(ownerless, own);
    },
    async learn(filled) {
      await filledItems.update(undefined, ({own}) => withFilled(own, filled));
    },
    async draft(projectId) {
      const {own, ownerless} = await drafts.read(String(projectId));
      const {values, left, lines = []} = own ?? ownerless ?? {values: [], left: [], lines: []};
      return {values: new Map(values), left: new Set(left), lines: new Map(lines)};
    },
    async keepDraft(projectId, {values, left, lines}) {
      await drafts.update(String(projectId), () => ({
        values: [...values].filter(([, value]) => value !== ''),
        left: [...left],
        lines: [...lines].map(([key, texts]): [string, readonly string[]] => [key, texts]),
      }));
    },
  };
}
