import type {Change} from '../changes/change.ts';
import type {ChangeOf} from '../changes/kinds/kind.ts';
import {nothing, type Outcome} from '../changes/outcome.ts';
import type {NotificationSetting, Visibility} from '../gitlab/model/model.ts';
import {settingWords} from '../gitlab/model/words.ts';
import {type Said, said} from '../texts/said.ts';
import type {Executor, ExecutorsOf, Settled} from './executor.ts';
import {assertSet, changedMeanwhile, type Means, type Watch} from './means.ts';

/** Whether two notification settings say the same. */
function sameSetting(one: NotificationSetting, other: NotificationSetting): boolean {
  return one.level === other.level && (one.level !== 'custom' || one.newIssue === other.newIssue);
}

type SettingKind = 'project-visibility' | 'group-visibility' | 'project-name' | 'notifications';
type Setting = ChangeOf<SettingKind>;

/** Where a value stands in GitLab. */
interface Value<Of extends Setting> {
  /** That it was changed in the meantime. */
  readonly changed: Said;
  /** That it is still another one, although GitLab took the wanted one. */
  readonly still: (now: Of['from']) => Said;
  readonly read: (means: Means, change: Of) => Promise<Of['from']>;
  readonly write: (means: Means, change: Of) => Promise<void>;
  readonly same?: (one: Of['from'], other: Of['from']) => boolean;
}

/**
 * Looks at what a value is before it is set: already the wanted one, so nothing is to be done; the one that the user was
 * shown, so it is set; or something else, so it is not. Looks again after it: not all that GitLab takes is done.
 */
async function setValue<Of extends Setting>(
  means: Means,
  watch: Watch,
  change: Of,
  {changed, still, read, write, same = Object.is}: Value<Of>,
): Promise<Outcome> {
  const now = await read(means, change);
  if (same(now, change.to)) return nothing;
  if (!same(now, change.from)) throw changedMeanwhile(changed);
  // The compiler does not see that what a change is from and to are of one type.
  const undo = {...change, from: change.to, to: change.from} as Change;
  await watch.onSending(undo);
  await write(means, change);
  await assertSet(means, async () => {
    const after = await read(means, change);
    return same(after, change.to) ? undefined : still(after);
  });
  return {undo, goTo: undefined};
}

/** What is said of a visibility. */
const ofVisibility = {
  changed: said('apply.visibilityChanged'),
  still: (now: Visibility) => said('apply.visibilityStill', said(`changes.visibility ${now}`)),
};

function executorOf<Of extends Setting>(value: Value<Of>): Executor<Of> {
  const {read, same = Object.is} = value;
  return {
    make: (means, change, watch) => setValue(means, watch, change, value),
    async settle(means, change, {undo}): Promise<Settled> {
      const now = await read(means, change);
      if (same(now, change.to)) return {undo, goTo: undefined};
      return same(now, change.from) ? 'not-made' : undefined;
    },
  };
}

/** How one value is set. */
export const settingExecutors: ExecutorsOf<SettingKind> = {
  'project-visibility': executorOf({
    ...ofVisibility,
    read: async ({gitlab}, {projectId}) => (await gitlab.project(projectId)).visibility,
    write: ({gitlab}, {projectId, to}) => gitlab.setProjectVisibility(projectId, to),
  }),
  'group-visibility': executorOf({
    ...ofVisibility,
    read: async ({gitlab}, {groupId}) => (await gitlab.group(groupId)).visibility,
    write: ({gitlab}, {groupId, to}) => gitlab.setGroupVisibility(groupId, to),
  }),
  'project-name': executorOf({
    changed: said('apply.nameChanged'),
    still: now => said('apply.nameStill', now),
    read: async ({gitlab}, {projectId}) => (await gitlab.project(projectId)).name,
    write: ({gitlab}, {projectId, to}) => gitlab.renameProject(projectId, to),
  }),
  notifications: executorOf({
    changed: said('apply.notificationLevelChanged'),
    still: now => said('apply.notificationLevelStill', settingWords(now)),
    read: ({gitlab}, {projectId}) => gitlab.notificationSetting(projectId),
    write: ({gitlab}, {projectId, to}) => gitlab.setNotificationSetting(projectId, to),
    same: sameSetting,
  }),
};
