import type {InheritedSetting, Notifications} from '../../facts/facts.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {tellsOfNewIssues} from '../../gitlab/model/model.ts';
import {groupsAbove} from '../../workspace/customer-groups.ts';

/** What tells whether the user's own setting reaches the project. */
interface Reader {
  readonly gitlab: GitLab;
  readonly userId: () => Promise<number>;
  /** Ids of the project's direct members. */
  readonly memberIds: () => Promise<readonly number[]>;
}

/** Whether the user is a member of the project or of a group above, not only of a group that was invited to one of them. */
async function isMember({gitlab, userId, memberIds}: Reader, groups: readonly string[]): Promise<boolean> {
  const id = await userId();
  if ((await memberIds()).includes(id)) return true;
  // Those that all customers share come first: what is told of them once need not be asked of each customer.
  const [nearest, ...others] = groups;
  const isInOthers = await Promise.all(others.map(group => gitlab.isDirectMember(group, id)));
  return isInOthers.includes(true) || (nearest !== undefined && gitlab.isDirectMember(nearest, id));
}

/** What applies where the project's level is Global: the nearest group's setting that is not, then the user's own. */
async function readInherited(reader: Reader, path: string): Promise<InheritedSetting> {
  const {gitlab} = reader;
  const groups = groupsAbove(path);
  const [own, ...settings] = await Promise.all([
    gitlab.notificationSetting(),
    ...groups.map(group => gitlab.groupNotificationSetting(group)),
  ]);
  const nearest = settings.findIndex(({level}) => level !== 'global');
  const setting = settings[nearest];
  const group = groups[nearest];
  if (setting !== undefined && group !== undefined) return {from: {kind: 'group', path: group}, setting};
  return {from: {kind: 'own', reaches: tellsOfNewIssues(own) && (await isMember(reader, groups))}, setting: own};
}

/** Reads what the user is told of the project; the settings above only where the project leaves it to them. */
export async function readNotifications(reader: Reader, path: string): Promise<Notifications> {
  const project = await reader.gitlab.notificationSetting(path);
  return {project, inherited: project.level === 'global' ? await readInherited(reader, path) : undefined};
}
