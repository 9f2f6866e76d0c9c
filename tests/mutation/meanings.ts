import type {Turn} from './turns.ts';

/** A mutation that says something else of the customer, so that another verdict is right. */
export interface Meaning {
  readonly check: string;
  readonly to: 'pass' | 'fail';
  readonly request: string;
  readonly field: string;
  /** The kinds of mutation that say it. */
  readonly kinds: readonly string[];
  readonly reason: string;
}

/** Every mutation that may turn a verdict to `pass`, or as trouble one to `fail`. */
export const meanings: readonly Meaning[] = [
  {
    check: 'avatar',
    to: 'pass',
    request: 'GET /projects/:id',
    field: 'avatar_url',
    kinds: ['a text'],
    reason: 'The address of a picture, where there was null, says that there is one.',
  },
];

/** Why a turn is right; undefined for a wrong one. */
export function meaningOf({check, to, mutation}: Turn): Meaning | undefined {
  return meanings.find(
    meaning =>
      meaning.check === check &&
      meaning.to === to &&
      meaning.request === mutation.request &&
      meaning.field === mutation.field &&
      meaning.kinds.includes(mutation.kind),
  );
}
