import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {isNoMember} from '../../checklist/lacking-role.ts';
import {placeNotices} from '../scripts.ts';

/** What is to be said of the project or group itself: mostly nothing, so that it is loaded when there is something. */
export function LazyPlaceNotices({checklist}: {checklist: Checklist}) {
  const {project, group} = checklist.facts.value;
  const known = project?.state === 'known' ? project.value : undefined;
  const isWanted =
    (isNoMember(checklist.facts.value) && checklist.rows.value.length > 0) ||
    (group?.state === 'known' && group.value.isGoing) ||
    (known !== undefined &&
      (known.archived ||
        known.markedForDeletionOn !== undefined ||
        known.path.toLowerCase() !== checklist.place.path.toLowerCase()));
  const loaded = placeNotices.loaded.value;
  useEffect(() => {
    if (isWanted) void placeNotices.load();
  }, [isWanted]);
  return isWanted && typeof loaded === 'object' ? <loaded.PlaceNotices checklist={checklist} /> : null;
}
