import type {GitLab} from '../gitlab/gitlab.ts';
import type {InheritedSetting, Notifications} from './facts.ts';

/** Full paths of the groups above, the nearest first. */
function groupsAbove(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_segment, index) => segments.slice(0, segments.length - index).join('/'));
}

/** What applies where the project's level is Global: the nearest group's setting that is not, then the user's own. */
async function readInherited(gitlab: GitLab, path: string): Promise<InheritedSetting> {
  const groups = groupsAbove(path);
  const [own, ...settings] = await Promise.all([
    gitlab.notificationSetting(),
    ...groups.map(group => gitlab.groupNotificationSetting(group)),
  ]);
  const nearest = settings.findIndex(({level}) => level !== 'global');
  const setting = settings[nearest];
  const group = groups[nearest];
  if (setting === undefined || group === undefined) return {from: {kind: 'own'}, setting: own};
  return {from: {kind: 'group', path: group}, setting};
}

/** Reads what the user is told of the project; the settings above only where the project leaves it to them. */
export async function readNotifications(gitlab: GitLab, path: string): Promise<Notifications> {
  const project = await gitlab.notificationSetting(path);
  return {project, inherited: project.level === 'global' ? await readInherited(gitlab, path) : undefined};
}
