import {expect, it} from 'vitest';
import {rebasedList} from '../../../../src/customer/filling/rebased-list.ts';

it.each<[string, string | undefined, string | undefined, string | undefined, string | undefined]>([
  ['nobody else changed it', 'a\nb\n', 'a\nb\n', 'a\nb\nc\n', 'a\nb\nc\n'],
  ['another tab put in more', 'a\nb\nc\n', 'a\n', 'a\nd\nty', 'a\nd\nb\nc\nty'],
  ['another tab wrote first', 'a\nb\n', undefined, 'c\n', 'c\na\nb\n'],
  ['it is emptied here', 'a\nb\n', 'a\nb\n', undefined, undefined],
  ['it is emptied here, and another tab put in more', 'a\nb\n', 'a\n', undefined, 'b\n'],
  ['an entry is taken out here', 'a\nb\nc\n', 'a\nb\n', 'b\n', 'b\nc\n'],
  ['another tab is only typing', 'ty', undefined, 'a\n', 'a\n'],
  ['another tab is typing, and nothing of it changed here', 'ty', undefined, undefined, 'ty'],
  ['another tab took one out, and nothing of it changed here', 'a\n', 'a\nb\n', 'a\nb\n', 'a\n'],
  ['another tab sent all, and nothing of it changed here', undefined, 'a\nb\n', 'a\nb\n', undefined],
  ['another tab took one out, and one more is put in here', 'a\n', 'a\nb\n', 'a\nb\nc\n', 'a\nc\n'],
  ['another tab sent all, and one more is put in here', undefined, 'a\n', 'a\nb\n', 'b\n'],
])('keeps what another tab put into a list: %s', (_when, kept, from, to, expected) => {
  expect(rebasedList(kept, from, to)).toBe(expected);
});
