import {folderOfTemplates} from '../customer/reading/issue-templates.ts';
import {usualReadme} from '../customer/reading/readme.ts';
import {detailsAtOnce, type ProjectDetails, type ReadDetails} from '../gitlab/batch/details.ts';
import {GitLabError} from '../gitlab/errors.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Group, Page, Project, Ref, StoredFile} from '../gitlab/model/model.ts';
import {fewAtATime} from '../gitlab/pool.ts';
import {said} from '../texts/said.ts';
import type {Workspace} from '../workspace/workspace.ts';

/** What was read of a whole group before its customers are looked at one by one. */
export interface Listed {
  readonly projects: readonly Project[];
  readonly groups: readonly Group[];
}

/** A door to GitLab that answers what it can from what was read of many customers at once. */
export interface BulkDoor {
  readonly gitlab: GitLab;
  /** Reads what one request tells of these customers; those that it does not tell of are read one by one. */
  prepare(paths: readonly string[]): void;
  /** Forgets what was read of a customer that is judged: READMEs of thousands would fill the memory. */
  forget(path: string): void;
  /** Why GitLab did not tell of many customers at once, where that was so. */
  readonly refusal: () => GitLabError | undefined;
}

const lower = (path: Ref) => String(path).toLowerCase();

/** Calls a function once for each argument; a call that fails is made again the next time. */
function once<Argument, Value>(
  keyOf: (argument: Argument) => string,
  read: (argument: Argument) => Promise<Value>,
): (argument: Argument) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return argument => {
    const key = keyOf(argument);
    const reading = known.get(key) ?? read(argument);
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  };
}

/** Pages of a list that are asked for at the same time, once it is known how many there are. */
const pagesTogether = 5;

/** Pages of a group's members that are read at most, of a hundred each. */
const mostMemberPages = 20;

/** Reads all pages of a list, each item once: one that moves up while it is read would be listed twice. */
async function allPages<T extends {readonly id: number}>(
  read: (page: number) => Promise<Page<T>>,
  onPage?: (items: readonly T[]) => void,
): Promise<T[]> {
  const all = new Map<number, T>();
  const take = ({items}: Page<T>) => {
    const fresh = items.filter(({id}) => !all.has(id));
    for (const item of fresh) all.set(item.id, item);
    onPage?.(fresh);
  };
  let last = await read(1);
  take(last);
  const others = Array.from({length: Math.max(0, (last.pages ?? 1) - 1)}, (_, index) => index + 2);
  await fewAtATime(others, pagesTogether, async page => {
    last = await read(page);
    take(last);
  });
  // GitLab does not count long lists.
  while (last.pages === undefined && last.nextPage !== undefined) {
    last = await read(last.nextPage);
    take(last);
  }
  return [...all.values()];
}

/**
 * Lists the projects and groups below a group, a hundred with each request.
 *
 * @param onProjects told of each page of projects
 * @throws GitLabError where the group cannot be read
 */
export async function listBelow(
  gitlab: GitLab,
  path: string,
  onProjects: (projects: readonly Project[]) => void,
): Promise<Listed> {
  const [projects, groups, own] = await Promise.all([
    allPages(page => gitlab.projectsBelow(path, page), onProjects),
    // Without the list each group is asked for by itself.
    allPages(page => gitlab.groupsUnder(path, page)).catch((): Group[] => []),
    gitlab.group(path),
  ]);
  return {projects, groups: [...groups, own]};
}

/**
 * Makes a door for customers that were listed. Its answers are those of one by one: the same facts come of it.
 *
 * @param breathe resolves when the page has done what waits: what one answer tells of many is no long task
 */
export function createBulkDoor(
  gitlab: GitLab,
  readDetails: ReadDetails,
  {projects, groups}: Listed,
  workspace: Workspace,
  breathe: () => Promise<void>,
): BulkDoor {
  const files = [usualReadme, ...workspace.issueTemplates.map(({usual}) => usual)];
  const projectByPath = new Map(projects.map(project => [lower(project.path), project]));
  const groupByPath = new Map(groups.map(group => [lower(group.path), group]));
  const prepared = new Map<string, Promise<ProjectDetails | undefined>>();
  let refusal: GitLabError | undefined;

  const userOnce = once(
    () => '',
    () => gitlab.user(),
  );
  const groupOnce = once(lower, async (ref: Ref) => groupByPath.get(lower(ref)) ?? gitlab.group(ref));
  const folderOnce = once(
    ([project, path]: readonly [Ref, string]) => `${lower(project)}\n${path}`,
    ([project, path]) => gitlab.folder(project, path),
  );
  const settingOnce = once(
    (project: Ref | undefined) => (project === undefined ? '' : lower(project)),
    project => gitlab.notificationSetting(project),
  );
  const groupSettingOnce = once(lower, (group: Ref) => gitlab.groupNotificationSetting(group));
  const memberIdsOnce = once(
    ([group, page]: readonly [Ref, number | undefined]) => `${lower(group)} ${page ?? 1}`,
    ([group, page]) => gitlab.groupMemberIds(group, page),
  );

  const invitationsOnce = once(lower, (project: Ref) => gitlab.invitations(project));

  const detailsOf = async (ref: Ref) => prepared.get(lower(ref));

  async function file(project: Ref, path: string, at?: string): Promise<StoredFile> {
    const told = at === undefined && files.includes(path) ? (await detailsOf(project))?.files : undefined;
    if (told === undefined) return gitlab.file(project, path, at);
    const found = told.get(path);
    if (found === undefined) throw new GitLabError('missing', said('gitlab.fileNotThere'), 404);
    if (found.bytes === undefined) return gitlab.file(project, path, at);
    return {path, bytes: found.bytes, lastCommitId: '', isLink: found.isLink};
  }

  /** What groups are shared with; the list of groups does not tell it. */
  const linksOnce = once(lower, (group: Ref) => gitlab.groupLinks(group));

  /** All members of a group that is not too large: asked of each customer's people by themselves, it would be a request each. */
  const allMemberIdsOnce = once(lower, async (group: Ref) => {
    const ids: number[] = [];
    let next: number | undefined = 1;
    for (let pages = 0; next !== undefined && pages < mostMemberPages; pages += 1) {
      const page: Page<number> = await memberIdsOnce([group, next]);
      ids.push(...page.items);
      next = page.nextPage;
    }
    return next === undefined ? new Set(ids) : undefined;
  });

  const isDirectMemberOnce = once(
    ([group, user]: readonly [Ref, number]) => `${lower(group)} ${user}`,
    ([group, user]) => gitlab.isDirectMember(group, user),
  );

  return {
    prepare(paths) {
      for (let start = 0; start < paths.length; start += detailsAtOnce) {
        const some = paths.slice(start, start + detailsAtOnce);
        const reading = readDetails(some, files, folderOfTemplates).then(
          found => {
            // To somebody whom it takes for signed out, GraphQL tells of nothing and does not say why.
            if (found.size === 0 && some.length > 1) refusal ??= new GitLabError('missing', said('gitlab.toldOfNone'));
            return found;
          },
          error => {
            if (!(error instanceof GitLabError)) throw error;
            refusal ??= error;
            return new Map<string, ProjectDetails>();
          },
        );
        for (const path of some)
          prepared.set(
            lower(path),
            reading.then(async found => {
              await breathe();
              return found.get(lower(path));
            }),
          );
      }
    },

    forget(path) {
      prepared.delete(lower(path));
    },

    refusal: () => refusal,

    gitlab: {
      ...gitlab,
      file,
      groupLinks: linksOnce,
      isDirectMember: (group, user) => isDirectMemberOnce([group, user]),
      user: () => userOnce(undefined),
      group: groupOnce,
      notificationSetting: settingOnce,
      groupNotificationSetting: groupSettingOnce,
      groupMemberIds: (group, page) => memberIdsOnce([group, page]),

      async groupMembersAmong(group, userIds) {
        const ids = await allMemberIdsOnce(group);
        return ids ? userIds.filter(id => ids.has(id)) : gitlab.groupMembersAmong(group, userIds);
      },

      project: async ref => projectByPath.get(lower(ref)) ?? gitlab.project(ref),

      async folder(project, path) {
        const folder = path === folderOfTemplates ? (await detailsOf(project))?.folder : undefined;
        return folder ? [...folder] : folderOnce([project, path]);
      },

      async members(project) {
        const details = await detailsOf(project);
        if (details?.members === undefined) return gitlab.members(project);
        const invited = details.membersWithoutUser > 0 ? await invitationsOnce(project).catch(() => []) : [];
        return details.membersWithoutUser === invited.length ? [...details.members] : gitlab.members(project);
      },

      async invitations(project) {
        return (await detailsOf(project))?.nobodyInvited ? [] : invitationsOnce(project);
      },

      async projectLabels(project) {
        return (await detailsOf(project))?.ownLabels === 0 ? [] : gitlab.projectLabels(project);
      },

      async groupLabels(group) {
        const inside = projects.find(project => lower(project.group.path) === lower(group));
        const details = inside && (await detailsOf(inside.path));
        return details?.groupLabels === 0 ? [] : gitlab.groupLabels(group);
      },
    },
  };
}
