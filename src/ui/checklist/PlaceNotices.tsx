import type {Checklist} from '../../checklist/checklist.ts';
import {noAccess} from '../../gitlab/model/model.ts';
import {uiChecklistPlaceTexts as texts} from '../../texts/ui-checklist-place.ts';
import {Notice} from '../atoms/Notice.tsx';

export {OldOnPage} from './OldOnPage.tsx';

/** What is to be said of the project or group itself. */
export function PlaceNotices({checklist}: {checklist: Checklist}) {
  const {place, facts} = checklist;
  const {role} = facts.value;
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
      {role?.state === 'known' && role.value === noAccess && checklist.rows.value.length > 0 && (
        <Notice tone="info">
          <p>{place.kind === 'project' ? texts.notMember : texts.notMemberOfGroup}</p>
        </Notice>
      )}
    </>
  );
}
