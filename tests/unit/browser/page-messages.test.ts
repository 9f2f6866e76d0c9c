import {expect, it} from 'vitest';
import {pageMessageOf} from '../../../src/browser/page-messages.ts';

it.each<[unknown, boolean]>([
  [{type: 'show-panel'}, true],
  [{type: 'show-panel', more: 1}, true],
  [{type: 'load', chunk: 'panel.js'}, false],
  [{type: ['show-panel']}, false],
  ['show-panel', false],
  [undefined, false],
  [null, false],
])('%o is a message to the page: %s', (value, isOne) => {
  expect(pageMessageOf(value)).toEqual(isOne ? {type: 'show-panel'} : undefined);
});
