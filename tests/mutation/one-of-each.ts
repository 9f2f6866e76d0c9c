import type {Case} from './cases.ts';
import {type Kind, notListed, type Wants} from './mutations.ts';
import {type Observed, observe} from './observe.ts';
import type {Reply} from './wire.ts';

/** What shows which rows an answer has to do with: trouble, and an answer that tells of nothing. */
const probes: readonly ((usual: Reply) => Reply)[] = [
  usual => ({...usual, status: 500, text: ''}),
  usual => ({...usual, text: '[]'}),
];

/** The rows that say something else where a request is not answered as usual, by the request's pattern. */
async function dependents(of: Case, usual: Observed): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const patterns = new Map<string, Set<string>>();
  await observe(of, {onAsked: ({pattern}) => patterns.set(pattern, new Set())});
  for (const [pattern, rows] of patterns) {
    for (const probe of probes) {
      const now = await observe(of, {reply: (asked, reply) => (asked.pattern === pattern ? probe(reply) : undefined)});
      for (const [key, {evidence}] of usual.rows) if (now.rows.get(key)?.evidence !== evidence) rows.add(key);
    }
  }
  return patterns;
}

/** The first and the last of a list are for the run of all, but for one that is gone. */
function isOne({field, kind, where}: Kind): boolean {
  if (where !== 'first' && where !== 'last') return true;
  return where === 'first' && field.endsWith('[]') && (kind === 'absent' || kind === notListed);
}

/**
 * Chooses mutations until each check that they have to do with, and that they could turn the wrong way, was asked with each request,
 * field and kind once (of trouble with each kind), and anew where the answer is what is special about a case: to pass where it does not, and, as trouble, to fail where it passes.
 */
export function oneOfEach(): (of: Case, usual: Observed) => Promise<Wants> {
  const done = new Set<string>();
  return async (of, usual) => {
    const byPattern = await dependents(of, usual);
    return mutation => {
      if (!isOne(mutation)) return false;
      const {request, field, kind, where, isTrouble} = mutation;
      const checks = [...(byPattern.get(request) ?? usual.rows.keys())].flatMap(key => {
        const isPassing = usual.rows.get(key)?.verdict === 'pass';
        return isPassing && !isTrouble ? [] : [`${key.split(' ')[1]} ${isPassing}`];
      });
      const isSpecial = !of.isAtOnce && (of.special?.test(request) ?? false);
      // What REST tells is read alike, whether GraphQL tells the rest or not.
      const isAtOnce = of.isAtOnce && request.endsWith('/graphql');
      const reader = isSpecial ? `${of.kind} ${of.name}` : `${of.kind}${isAtOnce ? ' at once' : ''}`;
      // Trouble is the same whatever was asked: a check meets each kind of it once.
      const asked = isTrouble && !isSpecial ? '' : request;
      const isNew = [...checks, 'none'].map(check => {
        const key = [reader, asked, field, kind, where, check].join('\n');
        if (done.has(key)) return false;
        done.add(key);
        return true;
      });
      return isNew.includes(true);
    };
  };
}
