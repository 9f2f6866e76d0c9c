import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {accessAfter, type MoveAccess} from '../../apply/move-access.ts';
import type {Change} from '../../changes/change.ts';
import type {Checklist} from '../../checklist/checklist.ts';

/**
 * Reads, as long as a question stands open, who loses and gains access when a project is moved back; undefined until it is read.
 *
 * @param checklist undefined, as the change is, until it is known
 */
export function useMoveAccess(checklist: Checklist | undefined, change: Change | undefined): MoveAccess | undefined {
  const access = useSignal<MoveAccess | undefined>(undefined);
  const isKnown = checklist !== undefined && change !== undefined;
  useEffect(() => {
    if (!isKnown || change.kind !== 'move-back') return undefined;
    let isOpen = true;
    void accessAfter(checklist.sources.gitlab, change.projectId, change.to.id).then(found => {
      if (isOpen) access.value = found;
    });
    return () => {
      isOpen = false;
    };
  }, [isKnown]);
  return access.value;
}
