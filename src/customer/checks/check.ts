import type {Change} from '../../changes/change.ts';
import type {Fact, FactName, FactSheet, Facts} from '../../facts/facts.ts';
import {inTurn, type Said, said} from '../../texts/said.ts';
import type {Workspace} from '../../workspace/workspace.ts';

/** What a check says of a customer project. `todo` and `waived` come from a person, the others from facts. */
export type Verdict = 'pass' | 'fail' | 'todo' | 'unknown' | 'waived';

/** Whether nothing is left to do about a row: it is right, or does not apply. */
export function isRight(verdict: Verdict | undefined): boolean {
  return verdict === 'pass' || verdict === 'waived';
}

/** What an item is called: the act where it is to be done or does not apply, else the statement that holds where it is done. */
export function titleOf(
  {title, failureTitle}: Pick<Check, 'title' | 'failureTitle'>,
  verdict: Verdict | undefined,
): string {
  return verdict === 'fail' || verdict === 'todo' || verdict === 'waived' ? failureTitle : title;
}

/** A form of the panel: it asks for what only a person can know, or shows what helps to decide. */
export type FormName =
  | 'avatar'
  | 'files'
  | 'invite'
  | 'issues'
  | 'introduction'
  | 'move'
  | 'name'
  | 'note'
  | 'overview'
  | 'people'
  | 'roles'
  | 'search';

/** What can be done about a row: a change, a form, or a person's word that it is done. */
export type Fix =
  | {
      readonly kind: 'change';
      readonly label: Said;
      readonly change: Change;
    }
  | {
      readonly kind: 'form';
      readonly label: Said;
      readonly form: FormName;
      /** GitLab's access level that it takes to make use of the form; any by default. */
      readonly role?: number;
    }
  | {readonly kind: 'tick'; readonly label: Said}
  | {readonly kind: 'untick'; readonly label: Said};

/**
 * Where in GitLab a person does it by hand: a path below the project's or group's own address, or, where it starts with
 * `/groups/`, below the host's.
 */
interface ByHand {
  readonly label: string;
  readonly path: string;
}

/** A check's answer: a verdict and the evidence a person can verify, as whole sentences. */
export interface Finding {
  readonly verdict: Verdict;
  readonly evidence: Said;
  /** Every offender, one a line. */
  readonly details?: readonly string[];
  /** What puts it right. */
  readonly fix?: Fix;
  /** What else can be done about it. */
  readonly others?: readonly Fix[];
  readonly byHand?: ByHand;
  /** Id of the row that has to be right first: until then GitLab refuses the change, or there is nothing to change. */
  readonly waitsFor?: string;
  /** Whether people see something who should not. */
  readonly isExposed?: boolean;
  /** Known facts of which a part could not be read: reading them again may tell more. */
  readonly retry?: readonly FactName[];
  /** The used facts that a pass does not rest on: it stays one where they could not be read. */
  readonly regardlessOf?: readonly FactName[];
}

/** How a row's change goes with others that need no answer either. */
export interface WithoutAnswer {
  /** They are made turn by turn: a group can be private only when all of its projects are, so these come first. */
  readonly turn: 1 | 2 | 3;
  /** Where it is offered with others: for one customer, whose rows are in sight; in guided flows too; for many customers too. */
  readonly reach: 'one' | 'flow' | 'many';
}

type Known<Names extends FactName> = {readonly [Name in Names]: Facts[Name]};
type Perhaps<Names extends FactName> = {readonly [Name in Names]: Fact<Facts[Name]>};

/** What stands in a check's file. */
export interface CheckDefinition<Needs extends FactName, Uses extends FactName, Helps extends FactName> {
  readonly id: string;
  /** The state that is wanted, as a statement. */
  readonly title: string;
  /** The same when it is not so. */
  readonly failureTitle: string;
  /** Words of the handbook's sentence that the check stands for; the link leads to them. */
  readonly handbook: string;
  /** How its change goes with others, where that needs no answer. */
  readonly withoutAnswer?: WithoutAnswer;
  /** The facts it cannot do without: one that is denied or failed makes the row `unknown`, here and nowhere else. */
  readonly needs: readonly Needs[];
  /** The facts that a fail can do without. A pass rests on them, unless it says otherwise: see {@link Finding.regardlessOf}. */
  readonly uses?: readonly Uses[];
  /** The facts that only words and fixes are made of: no verdict rests on them. */
  readonly helps?: readonly Helps[];
  readonly judge: (facts: Known<Needs> & Perhaps<Uses | Helps>, workspace: Workspace) => Finding;
}

/** A check as the rest of the house sees it. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly failureTitle: string;
  readonly handbook: string;
  readonly withoutAnswer: WithoutAnswer | undefined;
  /** All facts that it looks at. */
  readonly facts: readonly FactName[];
  /** The finding, or undefined while a fact is still being read. Never throws. */
  readonly find: (facts: FactSheet, workspace: Workspace) => Finding | undefined;
}

export function pass(evidence: Said, more: Omit<Finding, 'verdict' | 'evidence'> = {}): Finding {
  return {verdict: 'pass', evidence, ...more};
}

export function fail(evidence: Said, more: Omit<Finding, 'verdict' | 'evidence'> = {}): Finding {
  return {verdict: 'fail', evidence, ...more};
}

export function todo(evidence: Said, more: Omit<Finding, 'verdict' | 'evidence'> = {}): Finding {
  return {verdict: 'todo', evidence, ...more};
}

export function unknown(evidence: Said, more: Omit<Finding, 'verdict' | 'evidence'> = {}): Finding {
  return {verdict: 'unknown', evidence, ...more};
}

/** A finding as far as it is known: a pass that rests on a fact which could not be read is unknown. */
function asFarAsKnown(finding: Finding, uses: readonly FactName[], facts: FactSheet): Finding {
  const {regardlessOf = [], ...own} = finding;
  if (own.verdict !== 'pass') return own;
  for (const name of uses) {
    const fact = facts[name];
    if (regardlessOf.includes(name) || fact === undefined || fact.state === 'known') continue;
    const {words, advice} = fact.problem;
    return {...own, verdict: 'unknown', evidence: inTurn(said('customer.checkNotAll'), words, advice)};
  }
  return own;
}

/** Makes a check of its definition. */
export function defineCheck<Needs extends FactName, Uses extends FactName = never, Helps extends FactName = never>(
  definition: CheckDefinition<Needs, Uses, Helps>,
): Check {
  const {id, title, failureTitle, handbook, withoutAnswer, needs, uses = [], helps = []} = definition;
  return {
    id,
    title,
    failureTitle,
    handbook,
    withoutAnswer,
    facts: [...needs, ...uses, ...helps],
    find(facts, workspace) {
      const values: Partial<Record<FactName, unknown>> = {};
      for (const name of needs) {
        const fact = facts[name];
        if (fact === undefined) return undefined;
        if (fact.state !== 'known') return unknown(inTurn(fact.problem.words, fact.problem.advice));
        values[name] = fact.value;
      }
      for (const name of [...uses, ...helps]) {
        const fact = facts[name];
        if (fact === undefined) return undefined;
        values[name] = fact;
      }
      try {
        const finding = definition.judge(values as Known<Needs> & Perhaps<Uses | Helps>, workspace);
        return asFarAsKnown(finding, uses, facts);
      } catch {
        return unknown(said('customer.checkFault'));
      }
    },
  };
}
