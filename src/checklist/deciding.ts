import type {Signal} from '@preact/signals-core';
import type {Playbook} from '../customer/playbooks/playbook.ts';
import {emptyRecord, type WritableNotebook} from '../facts/record.ts';
import {errorOfProblem, problemOf} from '../gitlab/errors.ts';
import {endsSession, type Problem} from '../gitlab/model/problem.ts';
import type {BracketRules} from '../placeholders/rules.ts';
import type {Reading} from './reading.ts';

/** What a person decides of a customer that is no change: it is in no journal. */
export interface Deciding {
  /** Decides about bracketed texts: shown at once, and kept. */
  decideBrackets(step: (rules: BracketRules) => BracketRules): Promise<void>;
  /** Chooses a playbook for this customer. */
  choosePlaybook(id: Playbook['id']): Promise<void>;
}

/**
 * Looks who is signed in.
 *
 * @param ended what the page knows already: why nothing of it is its user's any more
 * @returns whether it is surely the page's user
 * @throws GitLabError `signed-out` or `other-user` where it surely is not
 */
export async function isSame(ended: Problem | undefined, assertSignedIn: () => Promise<void>): Promise<boolean> {
  if (ended !== undefined) throw errorOfProblem(ended);
  try {
    await assertSignedIn();
    return true;
  } catch (error) {
    if (endsSession(problemOf(error).kind)) throw error;
    return false;
  }
}

/**
 * What is decided is seldom, so this is loaded with the first of it.
 *
 * @param notKept tells why the browser did not keep it
 */
export function createDeciding(
  {facts, endedBy, read, readRemarks, end}: Reading,
  notebook: WritableNotebook,
  notKept: Signal<Problem | undefined>,
): Deciding & {
  /** Keeps the playbook that is shown, where it can be kept. */
  readonly keepShown: (id: string | undefined) => Promise<void>;
} {
  async function keepPlaybook(id: string | undefined): Promise<void> {
    const {project} = facts.value;
    if (project?.state !== 'known' || id === undefined) return;
    await notebook.updateRecord(project.value.id, record => ({...record, playbook: id}));
  }

  return {
    keepShown: id => keepPlaybook(id).catch(() => undefined),

    async choosePlaybook(id) {
      if (endedBy.value !== undefined) return;
      try {
        await keepPlaybook(id);
        await readRemarks();
      } catch (error) {
        const problem = problemOf(error);
        if (end(problem)) return;
        // What cannot be kept still counts until the page is left.
        const {record} = facts.value;
        const known = record?.state === 'known' ? record.value : emptyRecord;
        facts.value = {...facts.value, record: {state: 'known', value: {...known, playbook: id}}};
        notKept.value = problem;
      }
    },

    async decideBrackets(step) {
      if (endedBy.value !== undefined) return;
      const {brackets} = facts.value;
      if (brackets?.state === 'known') {
        facts.value = {...facts.value, brackets: {state: 'known', value: step(brackets.value)}};
      }
      const keeping = notebook.updateBrackets(step);
      // Begun at once, so that an earlier reading under way cannot show for a moment what was decided before.
      const rereading = read(new Set(['brackets']));
      let problem: Problem | undefined;
      try {
        await keeping;
      } catch (error) {
        problem = problemOf(error);
      }
      await rereading;
      if (problem === undefined || !end(problem)) notKept.value = problem;
    },
  };
}
