import {describe, expect, it} from 'vitest';
import {findPlaceholders} from '../../../src/placeholders/index.ts';
import {labelledDocuments, score} from '../../labelled/documents.ts';
import {realDocuments} from '../../labelled/real.ts';
import {hasShared, withoutShared} from '../../shared.ts';

const find = (markdown: string) => findPlaceholders(markdown).filter(({kind}) => kind !== 'prose');

describe('labelled documents', () => {
  it('of our own: every rule in every place is right', () => {
    const {documents, placeholders, wrong} = score(labelledDocuments, find);
    expect(documents).toBeGreaterThan(1_000);
    expect(placeholders).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });

  it.skipIf(!hasShared)(`of others${hasShared ? '' : ` (${withoutShared})`}`, () => {
    const {documents, precision, recall, exact} = score(realDocuments(), find);
    expect(documents).toBeGreaterThan(100);
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThanOrEqual(0.98);
    expect(exact).toBeGreaterThanOrEqual(0.97);
  });
});
