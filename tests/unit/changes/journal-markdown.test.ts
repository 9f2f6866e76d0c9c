import {expect, it} from 'vitest';
import type {JournalEntry} from '../../../src/changes/journal.ts';
import {journalAsMarkdown} from '../../../src/changes/journal-markdown.ts';
import {said} from '../../../src/texts/said.ts';

const entry: JournalEntry = {
  id: '1',
  at: '2026-11-20T10:30:00.000Z',
  by: 'Dana',
  where: 'g/p',
  check: 'name',
  what: said('changes.renameProject'),
  before: 'A | B',
  after: 'C',
  undone: true,
};

it('becomes a table that a reader of Markdown sees as it was, of what was done', () => {
  const remark = {...entry, check: 'introduced', what: said('changes.tick'), before: undefined, after: undefined};
  const table = journalAsMarkdown([entry, {...remark, undone: false}], id => `The title of ${id}`);
  expect(table.split('\n')).toEqual([
    '| When (UTC) | Who | Where | What | Values | Undone |',
    '| --- | --- | --- | --- | --- | --- |',
    '| 2026-11-20 10:30 | Dana | g/p | Marked “The title of introduced” as done |  |  |',
    '| 2026-11-20 10:30 | Dana | g/p | Renamed the project | A \\| B → C | yes |',
    '',
  ]);
});
