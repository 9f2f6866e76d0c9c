import {computed, type ReadonlySignal} from '@preact/signals-core';
import {countedRows, isSettled} from '../customer/playbooks/counted.ts';
import {guessPlaybook} from '../customer/playbooks/guess.ts';
import type {Playbook} from '../customer/playbooks/playbook.ts';
import {playbooks} from '../customer/playbooks/playbooks.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {Workspace} from '../workspace/workspace.ts';

/** The playbook that a customer's rows are counted by. */
export interface PlaybookInUse {
  readonly book: Playbook;
  /** Why it was guessed; undefined where somebody chose it. */
  readonly because: string | undefined;
  /** Ids of the rows that count, in the order of its steps. */
  readonly rows: readonly string[];
}

/** The playbook that was chosen or is guessed; undefined while what it is guessed by is being read. */
export function playbookInUse(
  facts: ReadonlySignal<FactSheet>,
  workspace: Workspace,
): ReadonlySignal<PlaybookInUse | undefined> {
  const guess = computed(() => guessPlaybook(facts.value, workspace));
  const isOld = computed(() => isSettled(facts.value));
  const chosen = computed(() => {
    const {record} = facts.value;
    return record?.state === 'known' ? record.value.playbook : undefined;
  });
  return computed(() => {
    const book = playbooks.find(({id}) => id === (chosen.value ?? guess.value?.id));
    if (book === undefined) return undefined;
    const because = chosen.value === undefined ? guess.value?.because : undefined;
    return {book, because, rows: countedRows(book, isOld.value)};
  });
}
