import {vi} from 'vitest';

/** Milliseconds: many times what anything takes that is waited for, also on a machine that has other work. */
const long = 20_000;

/** Resolves as soon as a check holds. @throws what the check throws, where it never does */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, {timeout: long});
}
