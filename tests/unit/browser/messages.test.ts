import {describe, expect, it} from 'vitest';
import {messageOf} from '../../../src/browser/messages.ts';

const who = {host: 'gitlab.com', userId: 7};

describe('a message', () => {
  it.each([
    {type: 'show-panel'},
    {type: 'load-forms'},
    {type: 'load-portfolio'},
    {type: 'read-results', ...who},
    {type: 'forget-results', ...who},
    {type: 'write-results', ...who, results: [{id: 1, name: 'Acme'}]},
  ])('$type is taken as it is', message => expect(messageOf(message)).toEqual(message));

  it.each([
    undefined,
    null,
    'show-panel',
    7,
    {},
    [],
    {type: 'other'},
    {type: ['show-panel']},
    {type: 'read-results'},
    {type: 'forget-results', host: 'gitlab.com'},
    {type: 'read-results', host: 'gitlab.com', userId: '7'},
    {type: 'write-results', ...who, results: [{name: 'no id'}]},
    {type: 'write-results', ...who, results: 'all'},
  ])('%j is none', value => expect(messageOf(value)).toBeUndefined());
});
