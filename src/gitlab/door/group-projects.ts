import {Groups} from '@gitbeaker/core';
import * as v from 'valibot';
import {projectOf} from '../first/projects.ts';
import {countedPage, pageOf, read, whole} from '../lists.ts';
import type {GroupContents, ListedProject, Page, Project, ProjectsWanted, Ref} from '../model/model.ts';
import {id, someText, webUrl} from '../value-schemas.ts';
import type {LaterClient} from './client.ts';

const listedProjectSchema = v.object({
  id,
  name: someText,
  path_with_namespace: someText,
  web_url: webUrl,
  created_at: v.string(),
});

/** A group of a list of which only its being there counts. */
const listedGroupSchema = v.object({id, full_path: someText});

function listedProjectOf(raw: v.InferOutput<typeof listedProjectSchema>): ListedProject {
  const {id, name, path_with_namespace: path, web_url: webUrl, created_at: createdAt} = raw;
  return {id, name, path, webUrl, createdAt};
}

/** What lies in a group; source: GitLab's `lib/api/groups.rb`. */
export function groupProjectRoutes({options}: LaterClient) {
  const groups = new Groups(options);
  return {
    /** What lies in a group: it is asked before a group is deleted, so an answer of any other form is an error. */
    async groupContents(group: Ref): Promise<GroupContents> {
      const [inside, below] = await Promise.all([
        groups.allProjects(group, {...whole(1), withShared: false, includeSubgroups: true, simple: true}),
        groups.allSubgroups(group, whole(1)),
      ]);
      const {items, total} = countedPage(listedProjectSchema, inside);
      return {
        projects: items.map(listedProjectOf),
        projectCount: total,
        subgroupCount: countedPage(listedGroupSchema, below).total,
      };
    },

    /** One page of the projects in the group and below it, whole, the last used first; those only shared with it are left out. */
    async projectsBelow(group: Ref, page = 1): Promise<Page<Project>> {
      const raw = await groups.allProjects(group, {
        ...whole(page),
        includeSubgroups: true,
        withShared: false,
        orderBy: 'id',
      });
      return pageOf(read(v.array(v.unknown()), raw.data).map(projectOf), raw.paginationInfo);
    },

    /** One page of the projects in the group and below it; those only shared with it are left out. */
    async groupProjects(
      group: Ref,
      {page = 1, search, orderBy = 'name', withArchived = true}: ProjectsWanted = {},
    ): Promise<Page<ListedProject>> {
      const raw = await groups.allProjects(group, {
        ...whole(page),
        includeSubgroups: true,
        withShared: false,
        simple: true,
        orderBy,
        sort: 'asc',
        ...(search === undefined ? {} : {search}),
        ...(withArchived ? {} : {archived: false}),
      });
      return pageOf(read(v.array(listedProjectSchema), raw.data).map(listedProjectOf), raw.paginationInfo);
    },
  };
}
