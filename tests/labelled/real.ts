import {hasShared, readShared} from '../shared.ts';
import type {LabelledDocument} from './documents.ts';

interface Line {
  readonly id: string;
  readonly markdown: string;
  readonly expected: LabelledDocument['expected'];
  readonly ambiguous?: LabelledDocument['expected'];
}

/** Real documents that others labelled; none where they are not beside the checkout. */
export function realDocuments(): (LabelledDocument & {readonly ambiguous: LabelledDocument['expected']})[] {
  if (!hasShared) return [];
  return readShared('placeholders/real.jsonl')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Line)
    .map(({id, markdown, expected, ambiguous = []}) => ({name: id, markdown, expected, ambiguous}));
}
