import {describe, expect, it} from 'vitest';
import {remarkWords, withWaiver} from '../../../../src/customer/checks/remark.ts';
import {said} from '../../../../src/texts/said.ts';
import {say} from '../../../../src/texts/say.ts';
import {told} from '../../../told.ts';

const remark = {by: 'Dana', at: '2026-11-20T10:00:00.000Z', note: ' as agreed '};

describe('what a person said', () => {
  it('is one sentence, with and without a note', () => {
    expect(say(remarkWords('ticked', remark))).toBe('Marked as done by Dana on Nov 20, 2026: as agreed.');
    expect(say(remarkWords('ticked', {...remark, note: 'Really?'}))).toBe(
      'Marked as done by Dana on Nov 20, 2026: Really?',
    );
    expect(say(remarkWords('waived', {...remark, note: ' '}))).toBe(
      'Marked as not applicable by Dana on Nov 20, 2026.',
    );
  });

  it('goes before what was found, for its own row only', () => {
    const found = {verdict: 'fail', evidence: said('texts.asKept', 'No.')} as const;
    const record = {ticks: {}, waivers: {avatar: remark}};
    expect(withWaiver('name', found, record)).toBe(found);
    expect(told(withWaiver('avatar', found, record))).toEqual({
      verdict: 'waived',
      evidence: 'Marked as not applicable by Dana on Nov 20, 2026: as agreed.',
    });
  });
});
