import {describe, expect, it} from 'vitest';
import {inTurn, said} from '../../../src/texts/said.ts';
import {say} from '../../../src/texts/say.ts';

describe('say', () => {
  it.each([
    ['a text', said('gitlab.offline'), 'Couldn’t reach GitLab.'],
    [
      'with a value',
      said('gitlab.pausedUntil', '14:05'),
      'GitLab limits requests, so nothing more is sent until 14:05.',
    ],
    [
      'with another text in it',
      said('gitlab.saysSo', said('gitlab.denied'), 'insufficient scope'),
      'Your role doesn’t allow this. GitLab says: insufficient scope.',
    ],
    [
      'several in turn',
      inTurn(said('gitlab.aborted'), said('gitlab.aborted advice')),
      'Stopped. Select “Refresh” to continue.',
    ],
    [
      'what was kept of an item that was ticked before the words changed',
      {
        text: 'texts.inTurn',
        with: [[{text: 'customer.ticked'}, {text: 'customer.remarkNoted', with: ['Dana', '2026-11-28', 'by phone']}]],
      },
      'Marked as done. By Dana on Nov 28, 2026: by phone.',
    ],
    [
      'the same of one that was waived, without a note',
      {
        text: 'texts.inTurn',
        with: [[{text: 'customer.waived'}, {text: 'customer.remark', with: ['Dana', '2026-11-28']}]],
      },
      'Marked as not applicable. By Dana on Nov 28, 2026.',
    ],
    ['one alone in turn', inTurn(said('gitlab.offline')), 'Couldn’t reach GitLab.'],
    ['a sentence of before', said('texts.asKept', 'It was so.'), 'It was so.'],
    ['somebody’s own words', 'Acme', 'Acme'],
  ])('%s', (_what, words, expected) => {
    expect(say(words)).toBe(expected);
    expect(say(JSON.parse(JSON.stringify(words)))).toBe(expected);
  });

  it.each([
    ['a room that is not there', {text: 'garden.rose'}],
    ['a text that is not there', {text: 'gitlab.rose'}],
    ['what every object has', {text: 'gitlab.constructor'}],
    ['other values', {text: 'texts.inTurn', with: [7]}],
  ])('of another version: %s', (_what, words) => {
    expect(say(words)).toBe('Another version of CSM Checklist wrote this.');
  });
});
