import type {Case} from './cases.ts';
import type {Kind, Wants} from './mutations.ts';
import type {Observed} from './observe.ts';

/**
 * Chooses mutations until each check was asked with each field and kind once: by a case in which it does not pass, where there is
 * one, because only there a wrong pass would show.
 */
export function oneOfEach(): (of: Case, usual: Observed) => Wants {
  const done = new Set<string>();
  return ({kind: reader}, usual) => {
    const open = new Set(
      [...usual.rows].filter(([, {verdict}]) => verdict !== 'pass').map(([key]) => key.split(' ')[1]),
    );
    return (kind: Kind) => {
      // The first and the last of a list are for the run of all.
      if (kind.where === 'first' || kind.where === 'last') return false;
      const isNew = [...open, ''].map(check => {
        const key = [reader, kind.request, kind.field, kind.kind, kind.where, check].join('\n');
        if (done.has(key)) return false;
        done.add(key);
        return true;
      });
      return isNew.includes(true);
    };
  };
}
