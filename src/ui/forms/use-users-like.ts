import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {usersLike} from '../../gitlab/batch/accounts.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {FoundUser} from '../../gitlab/model/model.ts';

/** Milliseconds of quiet after typing before GitLab is asked. */
const quiet = 300;
/** GitLab finds shorter texts only as a whole. */
const leastLetters = 3;

const nobody: readonly FoundUser[] = [];

/** Accounts like a text, a moment after it was typed. That they cannot be looked up is no fault: they only help to type less. */
export function useUsersLike(gitlab: GitLab, typed: string): readonly FoundUser[] {
  const found = useSignal(nobody);
  const text = typed.trim().replace(/^@/, '');
  const isWanted = [...text].length >= leastLetters;
  useEffect(() => {
    if (!isWanted) {
      found.value = nobody;
      return undefined;
    }
    let isOver = false;
    const take = (users: readonly FoundUser[]) => {
      if (!isOver) found.value = users;
    };
    const timer = setTimeout(() => {
      usersLike(gitlab, text).then(take, () => take(nobody));
    }, quiet);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, isWanted]);
  return isWanted ? found.value : nobody;
}
