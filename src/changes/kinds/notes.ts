import type {Remark} from '../../facts/record.ts';
import {type ChangeOf, type ChangeWords, type KindsOf, never, none} from './kind.ts';

function noteOf(remark: Remark | null): {after?: string} {
  return remark?.note ? {after: remark.note} : {};
}

const remark = (taken: string, given: string) => ({
  words: ({to}: ChangeOf<'tick' | 'waiver'>): ChangeWords => ({what: to === null ? taken : given, ...noteOf(to)}),
  role: none,
  isDelicate: never,
  isDestructive: never,
  touches: ['record'] as const,
});

const sideWords = {customer: 'one of the customer’s people', colleague: 'a colleague'} as const;

/** What people say of a row or of a person: kept in the browser, not in GitLab. */
export const notes: KindsOf<'tick' | 'waiver' | 'side'> = {
  tick: remark('Take the tick away', 'Tick it off'),
  waiver: remark('Take the waiver back', 'Say that it does not apply'),
  side: {
    words: ({name, to}) => ({what: to === null ? `Leave open whose ${name} is` : `${name} is ${sideWords[to]}`}),
    role: none,
    isDelicate: never,
    isDestructive: never,
    touches: ['sides'],
  },
};
