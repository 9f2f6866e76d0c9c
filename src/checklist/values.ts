import type {Held, Whose} from '../browser/found-items.ts';
import {createItems} from '../browser/items.ts';
import {type Draft, rebasedDraft} from '../customer/filling/draft.ts';
import {type FilledValues, withFilled} from '../placeholders/history.ts';
import {draftOf, draftShape, filledShape, type KeptDraft} from './kept-shapes.ts';

/** Where values for placeholders are kept: on this computer. */
export interface ValuesBook {
  history(): Promise<FilledValues>;
  /** Keeps what was committed. */
  learn(filled: FilledValues): Promise<void>;
  draft(projectId: number): Promise<HeldDraft>;
  /**
   * Keeps what was changed of the user's own; what another tab changed stays.
   *
   * @param from what was read or kept last of it
   * @throws NotKept
   */
  keepDraft(projectId: number, from: Draft, to: Draft): Promise<void>;
  /** The same for a page that goes, which hears no answer any more; nothing before the draft was read. */
  keepDraftLeaving(projectId: number, from: Draft, to: Draft): void;
}

/** What was typed and not committed, by whose it is. */
interface HeldDraft {
  readonly own: Draft;
  /** What was kept before users were told apart. It shows below the own one, and nothing is ever written to it. */
  readonly others: Draft;
}

const changeOf =
  (from: Draft, to: Draft) =>
  ({own}: Held<KeptDraft>): KeptDraft => {
    const {values, left, lines} = rebasedDraft(draftOf(own), from, to);
    const typed = [...values].filter(([, value]) => value !== '');
    if (typed.length + left.size + lines.size === 0) return undefined;
    return {values: typed, left: [...left], lines: [...lines].map(([key, texts]) => [key, [...texts]])};
  };

/** The user's own values, and beside them what was kept before users were told apart. */
export function createValuesBook(whose: Whose): ValuesBook {
  const filledItems = createItems('filled', whose, filledShape);
  const drafts = createItems('draft', whose, draftShape);
  const changes = new Map<string, Awaited<ReturnType<typeof drafts.follow>>>();
  return {
    async history() {
      const {own, ownerless} = await filledItems.read();
      return withFilled(ownerless, own);
    },
    async learn(filled) {
      await filledItems.update(undefined, ({own}) => withFilled(own, filled));
    },
    async draft(projectId) {
      const of = String(projectId);
      if (!changes.has(of)) changes.set(of, await drafts.follow(of));
      const {own, ownerless} = await drafts.read(of);
      return {own: draftOf(own), others: draftOf(ownerless)};
    },
    async keepDraft(projectId, from, to) {
      await drafts.update(String(projectId), changeOf(from, to));
    },
    keepDraftLeaving: (projectId, from, to) => changes.get(String(projectId))?.(changeOf(from, to)),
  };
}
