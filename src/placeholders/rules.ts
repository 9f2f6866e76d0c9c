import {groupKey} from './group.ts';
import type {Placeholder} from './placeholder.ts';
import type {Aliases} from './suggest.ts';

/** What people decided about bracketed texts, and what else is to be looked for. */
export interface BracketRules {
  /** Whether a text is a placeholder or prose, by its group's key, where a person said other than what is found. */
  readonly decisions: ReadonlyMap<string, 'placeholder' | 'prose'>;
  /** Whether the blanks that templates use beside brackets count: `{{customer}}`, `<CUSTOMER>`, TODO, TBD, XXX. */
  readonly blanks: boolean;
  /** Other wordings by the one that they stand for; the workspace's where nobody changed them. */
  readonly aliases?: Aliases | undefined;
}

export const noRules: BracketRules = {decisions: new Map(), blanks: false};

/** What is found, as people decided about it. */
export function decided(found: readonly Placeholder[], {decisions}: BracketRules): Placeholder[] {
  if (decisions.size === 0) return [...found];
  return found.map(placeholder => {
    const decision = decisions.get(groupKey(placeholder.text));
    if (decision === 'prose') return {...placeholder, kind: 'prose'};
    return decision === 'placeholder' && placeholder.kind === 'prose' ? {...placeholder, kind: 'text'} : placeholder;
  });
}
