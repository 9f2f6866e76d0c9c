import type {Change} from '../changes/change.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import {bytesOfBase64} from '../gitlab/bytes.ts';
import {digestOf} from '../gitlab/digest.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import {uploadedLogo} from '../gitlab/uploaded-logo.ts';
import {said} from '../texts/said.ts';
import {changedMeanwhile, type Watch} from './means.ts';

type AvatarChange = Extract<Change, {kind: 'avatar'}>;

/** Whether the project has just the picture that a change sets. Throws GitLabError. */
export async function hasWantedPicture(gitlab: GitLab, {projectId, to}: AvatarChange): Promise<boolean> {
  return (await uploadedLogo(gitlab, await gitlab.project(projectId))) === to?.base64;
}

/**
 * Sets the project's picture; the one that is there now is read first, so that it can come back. It is replaced only if it is still
 * the one that was shown, or ours, byte for byte: GitLab's addresses of pictures stay the same.
 */
export async function setAvatar(gitlab: GitLab, change: AvatarChange, watch: Watch): Promise<Outcome> {
  const {projectId, from, shown, to, ours} = change;
  const now = await gitlab.project(projectId);
  const old = await uploadedLogo(gitlab, now);
  // A try whose answer was lost set it.
  if (ours !== undefined && old === to?.base64) return nothing;
  const isSameAddress = ours !== undefined || (now.avatarUrl ?? null) === from;
  if (!isSameAddress || digestOf(old) !== (ours ?? shown)) throw changedMeanwhile(said('apply.pictureChanged'));
  const undo: Change = {
    kind: 'avatar',
    projectId,
    from: now.avatarUrl ?? null,
    ours: digestOf(to?.base64),
    to: old === undefined ? null : {name: now.avatarUrl?.split('/').at(-1) ?? 'logo.png', base64: old},
  };
  await watch.onSending(undo);
  await gitlab.setAvatar(projectId, to === null ? undefined : {name: to.name, bytes: bytesOfBase64(to.base64)});
  return {undo, goTo: undefined};
}
