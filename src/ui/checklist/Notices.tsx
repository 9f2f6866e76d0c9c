import type {Page} from '../../checklist/page.ts';
import {Notice} from '../atoms/Notice.tsx';
import {KeptNotices} from '../kept/KeptNotices.tsx';
import {TypedNotKept} from './TypedNotKept.tsx';

/** What concerns the whole page rather than one row. */
export function Notices({page}: {page: Page}) {
  const {checklist, outdated, waiting} = page;
  const facts = checklist.facts.value;
  const main = checklist.place.kind === 'project' ? facts.project : facts.group;
  const ended = checklist.endedBy.value;
  const project = facts.project?.state === 'known' ? facts.project.value : undefined;
  const group = facts.group?.state === 'known' ? facts.group.value : undefined;
  const moved = project !== undefined && project.path.toLowerCase() !== checklist.place.path.toLowerCase();
  return (
    <>
      {outdated.value && (
        <Notice tone="warning">
          <p>CSM Checklist was updated. Refresh this page to go on with the new version.</p>
          <button type="button" onClick={() => location.reload()}>
            Refresh this page
          </button>
        </Notice>
      )}
      {ended?.kind === 'signed-out' && (
        <Notice tone="danger">
          <p>You are signed out of GitLab. Sign in again, then come back to this page.</p>
          <a href="/users/sign_in">Sign in</a>
        </Notice>
      )}
      {ended?.kind === 'other-user' && (
        <Notice tone="danger">
          <p>
            {ended.words} {ended.advice}
          </p>
          <button type="button" onClick={() => location.reload()}>
            Reload this page
          </button>
        </Notice>
      )}
      {!ended && main !== undefined && main.state !== 'known' && (
        <Notice tone="danger">
          <p>
            {main.problem.words} {main.problem.advice}
          </p>
        </Notice>
      )}
      {project && moved && (
        <Notice tone="warning">
          <p>This project was moved to {project.path}.</p>
          <a href={project.webUrl}>Open its new address</a>
        </Notice>
      )}
      {group?.isGoing && (
        <Notice tone="warning">
          <p>
            The group {group.path}, or one above it, is archived or scheduled for deletion, so most of it cannot be
            changed.
          </p>
        </Notice>
      )}
      {project?.archived && !group?.isGoing && (
        <Notice tone="info">
          <p>This project is archived, so most of it cannot be changed. Unarchive it in its settings first.</p>
        </Notice>
      )}
      {project?.markedForDeletionOn !== undefined && (
        <Notice tone="warning">
          <p>This project is scheduled for deletion since {project.markedForDeletionOn}.</p>
        </Notice>
      )}
      {checklist.notKept.value !== undefined && (
        <Notice tone="warning">
          <p>
            {checklist.notKept.value.words} {checklist.notKept.value.advice}
          </p>
        </Notice>
      )}
      {checklist.texts.notKept.value !== undefined && <TypedNotKept problem={checklist.texts.notKept.value} />}
      <KeptNotices />
      {waiting.value !== undefined && (
        <Notice tone="info">
          <p>
            GitLab limits how many requests you can send. The checklist goes on by itself in about {waiting.value}{' '}
            seconds.
          </p>
        </Notice>
      )}
    </>
  );
}
