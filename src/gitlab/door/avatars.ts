import {Projects} from '@gitbeaker/core';
import {said} from '../../texts/said.ts';
import {GitLabError, refusedValue} from '../errors.ts';
import {orNone} from '../missing.ts';
import type {Picture, Ref} from '../model/model.ts';
import type {LaterClient} from './client.ts';

/** GitLab gives a picture as `application/octet-stream` or as an image, see its `project_avatar.rb`. */
function pictureOf(body: Blob): Blob {
  if (body.size > 0 && !/^(text\/|application\/(json|xhtml))/.test(body.type)) return body;
  throw new GitLabError('unavailable', said('gitlab.noPicture'));
}

/** Pictures of projects; source: GitLab's `lib/api/project_avatar.rb`. */
export function avatarRoutes({host, transport, options, projectUrl}: LaterClient) {
  const projects = new Projects(options);
  const blob = async (url: string) => (await transport({method: 'GET', url, as: 'blob'})).body as Blob;
  return {
    /**
     * The picture that was uploaded for the project; undefined where there is none. Its address tells nothing of it: that is the same
     * for every `logo.png`.
     */
    async avatar(project: Ref): Promise<Blob | undefined> {
      return orNone(blob(`${projectUrl(project)}/avatar`).then(pictureOf));
    },

    /** Uploads the project's picture, or takes it away. */
    async setAvatar(project: Ref, picture: Picture | undefined): Promise<void> {
      if (picture === undefined) await projects.removeAvatar(project);
      else {
        const file = {content: new Blob([picture.bytes]), filename: picture.name};
        await projects.uploadAvatar(project, file).catch(refusedValue);
      }
    },

    /** A picture by its address, which must be on the host. */
    async picture(url: string): Promise<Blob> {
      if (new URL(url).origin !== new URL(host).origin) {
        throw new GitLabError('missing', said('gitlab.pictureElsewhere'));
      }
      return blob(url);
    },
  };
}
