import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../shared');

/** Whether the reference data lies beside the checkout; tests that need it are skipped where it does not. */
export const hasShared = existsSync(folder);

/** The word that a skipped test carries. */
export const withoutShared = 'skipped: the reference data is not beside this checkout';

/** A file of the reference data. */
export function readShared(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}
