import {describe, expect, it} from 'vitest';
import {messageOf} from '../../../src/browser/messages.ts';

const who = {host: 'gitlab.com', userId: 7};
const spot = {path: 'a/b', userId: 7, top: 12.5, unfolded: ['location'], isDoneOpen: true, isOtherOpen: false};

describe('a message', () => {
  it.each([
    {type: 'load', chunk: 'panel.js'},
    {type: 'read-results', ...who},
    {type: 'read-results', ...who, id: 12},
    {type: 'read-spot'},
    {type: 'keep-spot', spot},
    {type: 'keep-spot', spot: {...spot, open: {row: 'readme', form: 'files'}}},
    {type: 'forget-results', ...who},
    {type: 'write-results', ...who, results: [{id: 1, name: 'Acme'}]},
    {type: 'write-kept', key: 'journal:2:gitlab.com:7:project-1', to: [{id: 'a'}]},
    {type: 'write-kept', key: 'journal:2:gitlab.com:7:project-1', from: null},
    {type: 'list-kept'},
    {type: 'keep-picture', ...who, id: 'p', base64: 'QUJD'},
    {type: 'read-picture', ...who, id: 'p'},
    {type: 'forget-pictures', ...who, ids: ['p']},
  ])('$type is taken as it is', message => expect(messageOf(message)).toEqual(message));

  it.each([
    undefined,
    null,
    'load',
    7,
    {},
    [],
    {type: 'other'},
    {type: ['load'], chunk: 'panel.js'},
    {type: 'load'},
    {type: 'load', chunk: ['panel.js']},
    {type: 'read-results'},
    {type: 'read-results', ...who, id: '12'},
    {type: 'keep-spot'},
    {type: 'keep-spot', spot: {...spot, top: undefined}},
    {type: 'keep-spot', spot: {...spot, unfolded: [1]}},
    {type: 'forget-results', host: 'gitlab.com'},
    {type: 'read-results', host: 'gitlab.com', userId: '7'},
    {type: 'write-results', ...who, results: [{name: 'no id'}]},
    {type: 'write-results', ...who, results: 'all'},
    {type: 'keep-picture', ...who, id: 'p', base64: [1]},
    {type: 'read-picture', id: 'p'},
    {type: 'write-kept', to: 1},
    {type: 'write-kept', key: 7, to: 1},
    {type: 'write-kept', key: 'token:1:gitlab.com', to: 1},
    {type: 'write-kept', key: 'journal:99:gitlab.com', to: 1},
    {type: 'write-kept', key: 'constructor:1', to: 1},
  ])('%j is none', value => expect(messageOf(value)).toBeUndefined());
});
