import {createItems, type Held, type Whose} from '../browser/kept.ts';
import {type FilledValues, withFilled} from '../placeholders/learned.ts';
import type {Draft} from './draft.ts';
import {draftShape, filledShape} from './kept-shapes.ts';
import {rebased} from './rebased.ts';

/** Where values for placeholders are kept: on this computer. */
export interface ValuesBook {
  history(): Promise<FilledValues>;
  /** Keeps what was committed. */
  learn(filled: FilledValues): Promise<void>;
  draft(projectId: number): Promise<Draft>;
  /**
   * Keeps what was changed here; what another tab changed stays.
   *
   * @param from what was read or kept last
   * @throws NotKept
   */
  keepDraft(projectId: number, from: Draft, to: Draft): Promise<void>;
  /** The same for a page that goes, which hears no answer any more; nothing before the draft was read. */
  keepDraftLeaving(projectId: number, from: Draft, to: Draft): void;
}

type KeptDraft = ReturnType<typeof draftShape.read>;

function draftOf({own, ownerless}: Held<KeptDraft>): Draft {
  const {values, left, lines = []} = own ?? ownerless ?? {values: [], left: [], lines: []};
  return {values: new Map(values), left: new Set(left), lines: new Map(lines)};
}

const marked = (keys: ReadonlySet<string>) => new Map([...keys].map(key => [key, true]));

const changeOf =
  (from: Draft, to: Draft) =>
  (held: Held<KeptDraft>): KeptDraft => {
    const kept = draftOf(held);
    const values = [...rebased(kept.values, from.values, to.values)].filter(([, value]) => value !== '');
    const left = [...rebased(marked(kept.left), marked(from.left), marked(to.left)).keys()];
    const lines = [...rebased(kept.lines, from.lines, to.lines)];
    // An empty one of the user's own hides the one of whom nobody knows whose it is.
    const isNothing = held.ownerless === undefined && values.length + left.length + lines.length === 0;
    return isNothing ? undefined : {values, left, lines: lines.map(([key, texts]) => [key, [...texts]])};
  };

/** The user's own values; what was kept before users were told apart is offered too, until they have their own. */
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
      return draftOf(await drafts.read(of));
    },
    async keepDraft(projectId, from, to) {
      await drafts.update(String(projectId), changeOf(from, to));
    },
    keepDraftLeaving: (projectId, from, to) => changes.get(String(projectId))?.(changeOf(from, to)),
  };
}
