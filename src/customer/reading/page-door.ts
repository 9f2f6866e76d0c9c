import {type PageAnswer, type PageTold, readProjectPage} from '../../gitlab/batch/project-page.ts';
import {GitLabError} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {NotificationSetting, Ref} from '../../gitlab/model/model.ts';
import {said} from '../../texts/said.ts';
import {customerGroups, groupsAbove} from '../../workspace/customer-groups.ts';
import type {DayBook, DayMemory, SharedGroup} from './day-memory.ts';
import type {Sources} from './gather.ts';
import {folderOfTemplates} from './issue-templates.ts';
import {usualReadme} from './readme.ts';

/** A door for the reading of one project's page, which answers what one GraphQL request told, and asks REST for the rest. */
export interface PageDoor {
  readonly gitlab: GitLab;
  /**
   * Sends the GraphQL request, after all that starts at once. So its answer tells whose the answers to all of them are: a browser gives a
   * request its session when it sends it.
   */
  send(): void;
  /**
   * Whether it has to be asked once more who is signed in: because something was asked after that request, or because the page does not
   * name its user, so that it is asked at the beginning who that is.
   */
  askedLater(): boolean;
  /** Remembers what counts for today: once it is sure that all of it is the page's user's. */
  remember(): Promise<void>;
}

/** Makes a call once for each key, and gives its answer from then on. */
function onceEach<Value>() {
  const known = new Map<string, Promise<Value>>();
  return (key: string, read: () => Promise<Value>): Promise<Value> => {
    const reading = known.get(key) ?? read();
    known.set(key, reading);
    reading.catch(() => undefined);
    return reading;
  };
}

/** Milliseconds after which the GraphQL request is not waited for any more: it takes some hundred. */
const patience = 8_000;
/** Milliseconds after which it is not waited for to know whose the answers are: until then no item is shown. */
const patienceForUser = 2_000;

const noBook: DayBook = {now: () => ({groups: {}}), keep: () => undefined};

/** The key of the user's own notification setting beside those of groups. */
const own = '';

/**
 * Makes a door for one reading of a project's page. What the groups above all customers tell is asked at the same time on the first page
 * of a day, and remembered until the next.
 *
 * @param isAnew whether the user asked for it: what was remembered is asked again
 */
export function createPageDoor(
  path: string,
  {gitlab, workspace, today, dayBook = noBook, pageUser, pause}: Sources,
  isAnew: boolean,
): PageDoor {
  const day = today();
  const {groups: remembered, graphql} = dayBook.now();
  const inner = customerGroups(path, workspace);
  const groups = groupsAbove(path);
  const shared = groups.filter(group => !inner.includes(group));
  const {teamGroup, root, templateProject} = workspace;
  const learned = new Map<string, SharedGroup>();
  const learn = (group: string, what: SharedGroup) => learned.set(group, {...learned.get(group), ...what});
  const known = (group: string): SharedGroup | undefined =>
    isAnew || remembered[group]?.day !== day ? undefined : remembered[group];
  const without = graphql?.day === day && !isAnew ? graphql.without : [];

  const levelOnce = onceEach<NotificationSetting>();
  /** The user's setting for a group above, or their own. */
  const levelOf = (group: string) =>
    levelOnce(group, async () => {
      const level = known(group)?.level;
      if (level !== undefined) return level;
      const found = await (group === own ? gitlab.notificationSetting() : gitlab.groupNotificationSetting(group));
      if (group === own || shared.includes(group)) learn(group, {level: found});
      return found;
    });

  const linksOnce = onceEach<Awaited<ReturnType<GitLab['groupLinks']>>>();
  const linksOf = (group: string) =>
    linksOnce(group, async () => {
      const team = known(group)?.team;
      if (team !== undefined) return team;
      const found = await gitlab.groupLinks(group);
      if (found && shared.includes(group)) learn(group, {team: found.filter(({id}) => id === teamGroup.id)});
      return found;
    });

  /** What is remembered with what was learned, today's beside what else was learned today. */
  const remembering = (before: DayMemory, found: PageAnswer['without']): DayMemory => {
    const groups = [...learned].map(([group, what]) => {
      const older = before.groups[group];
      return [group, {...(older?.day === day && older), ...what, day}] as const;
    });
    return {
      groups: {...before.groups, ...Object.fromEntries(groups)},
      graphql: found === undefined ? before.graphql : found.length === 0 ? undefined : {day, without: found},
    };
  };

  let begin: (answer: Promise<PageAnswer>) => void = () => undefined;
  const answer = new Promise<PageAnswer>(resolve => {
    begin = resolve;
  });
  let sentByThen = 0;
  const told = async (): Promise<PageTold | undefined> => (await answer).told;
  const isPage = (project: Ref) => project === path;
  const files = [usualReadme, ...workspace.issueTemplates.map(({usual}) => usual)];
  /** A file that was told counts once: who asks again has reason to. */
  const given = new Set<string>();

  // Before all else, where the page does not say whose answers these will be.
  const atFirst = pageUser === undefined ? gitlab.user() : undefined;
  atFirst?.catch(() => undefined);
  if (without !== 'all') {
    const isInside = (group: string) => `${group}/`.startsWith(`${root}/`);
    for (const group of [own, ...groups]) {
      // Those around the workspace are asked where it was seen on another day that it comes to them.
      if (group === own || isInside(group) || remembered[group]?.level) void levelOf(group);
    }
    // The same of what a group around the customers gives the team: mostly it is the root.
    for (const group of shared) if (group === root || remembered[group]?.team?.length) void linksOf(group);
  }

  return {
    send() {
      const wanted = {
        project: path,
        groups,
        template: templateProject,
        folder: folderOfTemplates,
        files,
        team: teamGroup,
        root,
      };
      const nothing: PageAnswer = {told: undefined, without: without === 'all' ? without : undefined};
      const reading = without === 'all' ? Promise.resolve(nothing) : readProjectPage(gitlab, wanted, without);
      begin(Promise.race([reading, pause(patience).then(() => nothing)]));
      answer.catch(() => undefined);
      sentByThen = gitlab.sent();
    },

    askedLater: () => pageUser === undefined || gitlab.sent() > sentByThen,

    async remember() {
      const {without: found} = await answer;
      // What is remembered already, or not worth it, is not written again.
      const isSame = found === undefined || found === graphql?.without || (found.length === 0 && graphql === undefined);
      if (learned.size > 0 || !isSame) dayBook.keep(before => remembering(before, isSame ? undefined : found));
    },

    gitlab: {
      ...gitlab,
      user: async () => atFirst ?? (await Promise.race([told(), pause(patienceForUser)]))?.user ?? gitlab.user(),

      async accessLevel(project, userId) {
        const {user, role} = (isPage(project) && (await told())) || {};
        return role !== undefined && user?.id === userId ? role : gitlab.accessLevel(project, userId);
      },

      async group(group) {
        const found = groups[0] === group ? (await told())?.group : undefined;
        return found ?? gitlab.group(group);
      },

      async file(project, file, at) {
        const found = isPage(project) && at === undefined && files.includes(file) && !given.has(file);
        const whole = found ? (await told())?.files : undefined;
        if (!whole?.has(file)) return gitlab.file(project, file, at);
        given.add(file);
        const stored = whole.get(file);
        if (stored === undefined) throw new GitLabError('missing', said('gitlab.fileNotThere'), 404);
        return stored;
      },

      async folder(project, folder) {
        const answered = folder === folderOfTemplates ? await told() : undefined;
        const entries = isPage(project)
          ? answered?.folder
          : project === templateProject
            ? answered?.templateFolder
            : undefined;
        return entries ? [...entries] : gitlab.folder(project, folder);
      },

      async groupMemberIds(group, page) {
        const answered = page === undefined ? await told() : undefined;
        const first = group === teamGroup.id ? answered?.team : group === root ? answered?.root : undefined;
        return first ?? gitlab.groupMemberIds(group, page);
      },

      /** Of a group that is not shared with the team group nothing else is told. */
      async groupLinks(group) {
        return (await told())?.withoutTeam.includes(String(group)) ? [] : linksOf(String(group));
      },

      notificationSetting: project => (project === undefined ? levelOf(own) : gitlab.notificationSetting(project)),
      groupNotificationSetting: group => levelOf(String(group)),

      async isDirectMember(group, userId) {
        const name = String(group);
        const remembers = known(name)?.isMember;
        if (remembers !== undefined) return remembers;
        const isMember = await gitlab.isDirectMember(group, userId);
        if (shared.includes(name)) learn(name, {isMember});
        return isMember;
      },
    },
  };
}
