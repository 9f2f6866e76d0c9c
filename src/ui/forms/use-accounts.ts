import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {accountsNamed} from '../../gitlab/batch/accounts.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {Account} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';

/** Milliseconds of quiet after typing before GitLab is asked for accounts. */
const quiet = 300;

/** The accounts of a list of usernames, as far as they were looked up. */
export interface Accounts {
  /** By username in small letters; null for one whom GitLab does not know. */
  readonly found: ReadonlyMap<string, Account | null>;
  /** Some are not looked up yet, and will be. */
  readonly isLooking: boolean;
  /** Why some could not be looked up. */
  readonly problem: Problem | undefined;
  lookAgain(): void;
}

/** Looks usernames up once typing pauses, all in one request, and each once as long as the form stands open. */
export function useAccounts(gitlab: GitLab, usernames: readonly string[]): Accounts {
  const found = useSignal<ReadonlyMap<string, Account | null>>(new Map());
  const failure = useSignal<{readonly of: string; readonly problem: Problem} | undefined>(undefined);
  const tries = useSignal(0);
  const open = usernames.map(username => username.toLowerCase()).filter(username => !found.value.has(username));
  const key = open.join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    const timer = setTimeout(() => {
      accountsNamed(gitlab, open).then(
        accounts => {
          found.value = new Map([...found.value, ...open.map(name => [name, accounts.get(name) ?? null] as const)]);
        },
        error => {
          failure.value = {of: key, problem: problemOf(error)};
        },
      );
    }, quiet);
    return () => clearTimeout(timer);
  }, [key, tries.value]);
  const problem = failure.value?.of === key ? failure.value.problem : undefined;
  return {
    found: found.value,
    isLooking: key !== '' && problem === undefined,
    problem,
    lookAgain() {
      failure.value = undefined;
      tries.value += 1;
    },
  };
}
