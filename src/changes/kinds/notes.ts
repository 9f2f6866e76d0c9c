import type {Remark} from '../../facts/record.ts';
import {type Said, said} from '../../texts/said.ts';
import {type ChangeOf, type ChangeWords, type KindsOf, never, none} from './kind.ts';

function noteOf(remark: Remark | null): {after?: string} {
  return remark?.note ? {after: remark.note} : {};
}

const remark = (taken: Said, given: Said) => ({
  words: ({to}: ChangeOf<'tick' | 'waiver'>): ChangeWords => ({what: to === null ? taken : given, ...noteOf(to)}),
  role: none,
  isDelicate: never,
  isDestructive: never,
  takesBack: true,
  touches: ['record'] as const,
});

const sideTexts = {customer: 'changes.sideCustomer', colleague: 'changes.sideColleague'} as const;

/** What people say of a row or of a person: kept in the browser, not in GitLab. */
export const notes: KindsOf<'tick' | 'waiver' | 'side'> = {
  tick: remark(said('changes.untick'), said('changes.tick')),
  waiver: remark(said('changes.unwaive'), said('changes.waive')),
  side: {
    words: ({name, to}) => ({what: said(to === null ? 'changes.sideOpen' : sideTexts[to], name)}),
    role: none,
    isDelicate: never,
    isDestructive: never,
    takesBack: true,
    touches: ['sides'],
  },
};
