import type {Checklist} from '../../checklist/checklist.ts';
import {isNoMember} from '../../checklist/lacking-role.ts';
import {uiChecklistPlaceTexts as texts} from '../../texts/ui-checklist-place.ts';
import {Notice} from '../atoms/Notice.tsx';

export {OldOnPage} from './OldOnPage.tsx';

/** What is to be said of the project or group itself. */
export function PlaceNotices({checklist}: {checklist: Checklist}) {
  const {place, facts} = checklist;
  const project = facts.value.project?.state === 'known' ? facts.value.project.value : undefined;
  const group = facts.value.group?.state === 'known' ? facts.value.group.value : undefined;
  const isMoved = project !== undefined && project.path.toLowerCase() !== place.path.toLowerCase();
  return (
    <>
      {isMoved && (
        <Notice tone="warning">
          <p>{texts.moved(project.path)}</p>
          <a href={project.webUrl}>{texts.openNewAddress}</a>
        </Notice>
      )}
      {group?.isGoing && (
        <Notice tone="warning">
          <p>{texts.groupIsGoing(group.path)}</p>
        </Notice>
      )}
      {project?.archived && !group?.isGoing && (
        <Notice tone="info">
          <p>{texts.archived}</p>
        </Notice>
      )}
      {project?.markedForDeletionOn !== undefined && (
        <Notice tone="warning">
          <p>{texts.scheduledForDeletion(project.markedForDeletionOn)}</p>
        </Notice>
      )}
      {isNoMember(facts.value) && checklist.rows.value.length > 0 && (
        <Notice tone="info">
          <p>{place.kind === 'project' ? texts.notMember : texts.notMemberOfGroup}</p>
        </Notice>
      )}
    </>
  );
}
