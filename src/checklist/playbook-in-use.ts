import {computed, type ReadonlySignal} from '@preact/signals-core';
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
}

/** The playbook that was chosen or is guessed; undefined while what it is guessed by is being read. */
export function playbookInUse(
  facts: ReadonlySignal<FactSheet>,
  workspace: Workspace,
): ReadonlySignal<PlaybookInUse | undefined> {
  const guess = computed(() => guessPlaybook(facts.value, workspace));
  return computed(() => {
    const {record} = facts.value;
    const chosen = record?.state === 'known' ? record.value.playbook : undefined;
    const book = playbooks.find(({id}) => id === (chosen ?? guess.value?.id));
    return book && {book, because: chosen === undefined ? guess.value?.because : undefined};
  });
}
