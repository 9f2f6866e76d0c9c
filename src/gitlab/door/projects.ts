import {Projects} from '@gitbeaker/core';
import * as v from 'valibot';
import {refusedValue} from '../errors.ts';
import {projectOf} from '../first/projects.ts';
import {read} from '../lists.ts';
import type {ImportState, NewProject, Ref, Visibility} from '../model/model.ts';
import type {LaterClient} from './client.ts';

const importSchema = v.object({
  import_status: v.picklist(['none', 'scheduled', 'started', 'finished', 'failed']),
  import_error: v.nullish(v.string()),
});

/** Projects; source: GitLab's `lib/api/projects.rb` and `project_import.rb`. */
export function projectRoutes({options, projectUrl, send}: LaterClient) {
  const projects = new Projects(options);
  return {
    /**
     * Starts to make a private project from a group's template, in or below the parent of the group that holds the template; its
     * content comes later, see `importState`. Resolves to its id.
     */
    async createProject({name, path, groupId, templateId, templateGroupId}: NewProject): Promise<number> {
      const creating = projects.create({
        name,
        path,
        namespaceId: groupId,
        visibility: 'private',
        useCustomTemplate: true,
        templateProjectId: templateId,
        groupWithProjectTemplatesId: templateGroupId,
      });
      const raw = await creating.catch(refusedValue);
      return projectOf(raw).id;
    },

    async importState(project: Ref): Promise<ImportState> {
      const raw = read(importSchema, await send('GET', `${projectUrl(project)}/import`));
      return {status: raw.import_status, error: raw.import_error ?? undefined};
    },

    /** Deletes a project; GitLab keeps it for some days before it is gone. */
    async deleteProject(project: Ref): Promise<void> {
      await projects.remove(project);
    },

    async setProjectVisibility(project: Ref, visibility: Visibility): Promise<void> {
      await projects.edit(project, {visibility});
    },

    async renameProject(project: Ref, name: string): Promise<void> {
      await projects.edit(project, {name}).catch(refusedValue);
    },

    /**
     * Takes the role Owner, and membership of the group. GitLab answers “Not Found” (kind `missing`) without them.
     *
     * @param accessLevel GitLab's number of the role that the group's members get at most
     */
    async shareProject(project: Ref, groupId: number, accessLevel: number): Promise<void> {
      await projects.share(project, groupId, accessLevel);
    },

    async unshareProject(project: Ref, groupId: number): Promise<void> {
      await projects.unshare(project, groupId);
    },

    async transferProject(project: Ref, groupId: number): Promise<void> {
      await projects.transfer(project, groupId);
    },
  };
}
