import type {Fix} from '../customer/checks/check.ts';
import type {Checklist} from './checklist.ts';
import type {Row} from './row.ts';

/** What was found of a row. */
export type Judged = Pick<Row, 'check' | 'finding'>;

/** A row whose change is asked about, and those beside it. */
export interface Among<R extends Judged = Judged> extends Pick<Checklist, 'lacksRole'> {
  readonly rows: readonly R[];
}

/** The change of a row that can be made without an answer, with others before it where it waits for them; undefined where none can. */
export function changeWithoutAnswer(
  {check, finding}: Judged,
  among: Among,
): Extract<Fix, {readonly kind: 'change'}> | undefined {
  if (check.withoutAnswer === undefined || finding?.verdict !== 'fail' || finding.fix?.kind !== 'change')
    return undefined;
  const {fix, waitsFor} = finding;
  if (among.lacksRole(fix) !== undefined) return undefined;
  const first = among.rows.find(row => row.check.id === waitsFor);
  return waitsFor === undefined || (first && changeWithoutAnswer(first, among)) ? fix : undefined;
}
