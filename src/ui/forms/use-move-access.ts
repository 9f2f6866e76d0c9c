import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {accessAfter, type MoveAccess} from '../../apply/move-access.ts';
import type {Change} from '../../changes/change.ts';
import type {Checklist} from '../../checklist/checklist.ts';

/** Reads, as long as a question stands open, who loses and gains access when a project is moved back; undefined until it is read. */
export function useMoveAccess({sources: {gitlab}}: Checklist, change: Change): MoveAccess | undefined {
  const access = useSignal<MoveAccess | undefined>(undefined);
  useEffect(() => {
    if (change.kind !== 'move-back') return undefined;
    let isOpen = true;
    void accessAfter(gitlab, change.projectId, change.to.id).then(found => {
      if (isOpen) access.value = found;
    });
    return () => {
      isOpen = false;
    };
  }, []);
  return access.value;
}
