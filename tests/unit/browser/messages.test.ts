import {describe, expect, it} from 'vitest';
import {isMessage} from '../../../src/browser/messages.ts';

describe('isMessage', () => {
  it.each(['show-panel', 'load-forms'])('takes %s', type => expect(isMessage({type})).toBe(true));
  it.each([undefined, null, 'show-panel', 7, {}, [], {type: 'other'}, {type: ['show-panel']}])('refuses %o', value =>
    expect(isMessage(value)).toBe(false),
  );
});
