import {base64OfBlob} from './bytes.ts';
import type {GitLab} from './gitlab.ts';
import type {Project} from './model/model.ts';

/** The picture that was uploaded for a project, as base64; undefined where there is none of its own. Throws GitLabError. */
export async function uploadedLogo(gitlab: GitLab, {id, avatar}: Project): Promise<string | undefined> {
  const picture = avatar === 'uploaded' ? await gitlab.avatar(id) : undefined;
  return picture && base64OfBlob(picture);
}
