import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {mayPush} from '../../apply/may-push.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Project} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';

/** Whether the user may push to the default branch. */
interface MayPush {
  /** What GitLab answered last; taken for granted before. */
  readonly canPush: boolean;
  /** Asks again after a commit that failed, where the branch may have been protected meanwhile. */
  readonly askAfter: (problem: Problem | undefined) => Promise<void>;
}

/** Asks whether the user may push: at first, and again when the session is back. To nobody who is signed in, GitLab says no. */
export function useMayPush({endedBy, sources}: Checklist, project: Project): MayPush {
  const may = useSignal(true);
  const ask = async () => {
    may.value = await mayPush(sources.gitlab, project);
  };
  const isSignedIn = endedBy.value === undefined;
  useEffect(() => {
    if (isSignedIn) void ask();
  }, [isSignedIn]);
  return {
    canPush: may.value,
    async askAfter(problem) {
      if (problem?.kind === 'denied' || problem?.kind === 'rule') await ask();
    },
  };
}
