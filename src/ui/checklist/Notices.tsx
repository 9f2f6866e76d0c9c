import {commonTrouble} from '../../checklist/common-trouble.ts';
import type {Page} from '../../checklist/page.ts';
import {isOfRoom} from '../../kept/room.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Notice} from '../atoms/Notice.tsx';
import {problemWords} from '../atoms/problem-words.ts';
import {LazyKeptNotices} from '../kept/LazyKeptNotices.tsx';
import {TypedNotKept} from './TypedNotKept.tsx';

const texts = uiChecklistTexts.notices;

/** What concerns the whole page rather than one row. */
export function Notices({page}: {page: Page}) {
  const {checklist, outdated, waiting} = page;
  const facts = checklist.facts.value;
  const main = checklist.place.kind === 'project' ? facts.project : facts.group;
  const ended = checklist.endedBy.value;
  const trouble = ended ? undefined : commonTrouble(checklist.rows.value);
  const project = facts.project?.state === 'known' ? facts.project.value : undefined;
  const group = facts.group?.state === 'known' ? facts.group.value : undefined;
  const moved = project !== undefined && project.path.toLowerCase() !== checklist.place.path.toLowerCase();
  return (
    <>
      {outdated.value && (
        <Notice tone="warning">
          <p>{texts.updated}</p>
          <button type="button" onClick={() => location.reload()}>
            {texts.refresh}
          </button>
        </Notice>
      )}
      {ended?.kind === 'signed-out' && (
        <Notice tone="danger">
          <p>{texts.signedOut}</p>
          <a href="/users/sign_in">{texts.signIn}</a>
        </Notice>
      )}
      {ended?.kind === 'other-user' && (
        <Notice tone="danger">
          <p>{problemWords(ended)}</p>
          <button type="button" onClick={() => location.reload()}>
            {texts.reload}
          </button>
        </Notice>
      )}
      {!ended && main !== undefined && main.state !== 'known' && (
        <Notice tone="danger">
          <p>{problemWords(main.problem)}</p>
        </Notice>
      )}
      {trouble && (
        <Notice tone="warning">
          <p>{texts.notRefreshed(problemWords(trouble))}</p>
          <button type="button" onClick={() => void checklist.refresh()}>
            {texts.retry}
          </button>
        </Notice>
      )}
      {project && moved && (
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
      {checklist.notKept.value !== undefined && !isOfRoom(checklist.notKept.value) && (
        <Notice tone="warning">
          <p>{problemWords(checklist.notKept.value)}</p>
        </Notice>
      )}
      {checklist.texts.notKept.value !== undefined && <TypedNotKept problem={checklist.texts.notKept.value} />}
      <LazyKeptNotices />
      {waiting.value !== undefined && (
        <Notice tone="info">
          <p>{texts.waiting(waiting.value)}</p>
        </Notice>
      )}
    </>
  );
}
