import {day} from './dates.ts';
import {roleName, youAre} from './gitlab.ts';
import {plural} from './plural.ts';

const setWithoutError = 'GitLab reported no error, but';
const removeByHand = 'To remove their access, remove the account on the project’s “Members” page.';

const by = (authors: readonly string[]) => (authors.length === 0 ? '' : ` by ${authors.join(', ')}`);

/** What is told of making changes: what stands in the way, what did not work although the rest did, and what is to be known. */
export const applyTexts = {
  /** @param name whom or what it did not work for; @param words why, as a sentence */
  failedFor: (name: string, words: string) => `${name}: ${words}`,
  /** The same of several, for the same reason. */
  failedForLabels: (count: number, words: string) =>
    `${plural(count, {one: '1 label', other: `${count} labels`})}: ${words}`,
  failedForIssues: (count: number, words: string) =>
    `${plural(count, {one: '1 issue', other: `${count} issues`})}: ${words}`,
  /** @param words GitLab's own, as a sentence; ours where it gives none */
  inGitLabsWords: (words: string) => words,
  /** @param count how many were not begun */
  stoppedBefore: (count: number) =>
    plural(count, {one: 'Stopped before the last one.', other: `Stopped before the last ${count}.`}),

  pictureChanged: 'The logo was changed in the meantime.',
  fileChanged: (path: string) => `${path} was changed in the meantime.`,
  mergeRequestChanged: (iid: number) => `Merge request !${iid} was changed in the meantime.`,
  mergeRequestWasClosed: (iid: number) => `Merge request !${iid} was already closed.`,
  placeChanged: 'The project was moved in the meantime.',
  remarkChanged: 'The note was changed in the meantime.',
  sideChanged: (person: string) => `Someone sorted ${person} differently in the meantime.`,
  visibilityChanged: 'The visibility was changed in the meantime.',
  nameChanged: 'The name was changed in the meantime.',
  notificationLevelChanged: 'The notification level was changed in the meantime.',
  groupAccessChanged: 'The group’s access was changed in the meantime.',

  visibilityStill: (visibility: string) => `${setWithoutError} the visibility is still ${visibility}.`,
  nameStill: (name: string) => `${setWithoutError} the name is still “${name}”.`,
  notificationLevelStill: (level: string) => `${setWithoutError} the notification level is still ${level}.`,
  stillNotShared: (group: string) => `${setWithoutError} the project still isn’t shared with ${group}.`,
  stillShared: (group: string) => `${setWithoutError} the project is still shared with ${group}.`,
  /** @param roles each as `roleStill` */
  rolesStill: (roles: readonly string[]) => `${setWithoutError} ${roles.join(', and ')}.`,
  roleStill: (person: string, role: number) => `the role of ${person} is still ${roleName(role)}`,

  onlyOwnerShares: (group: string) =>
    `Only an Owner of the project who is a member of ${group} can share it. GitLab says: Not Found.`,
  /** To an Owner of the project, of whom it is not known why not. */
  ownerMayNotShare: (group: string) =>
    `GitLab doesn’t share the project: either you’re not a member of ${group}, or the top-level group doesn’t allow it. GitLab says: Not Found.`,

  commitMayBeMade: 'GitLab may have created the commit. Trying again doesn’t create it twice.',
  branchMayBeMade: (branch: string) =>
    `GitLab may have created the branch “${branch}”. Trying again continues with it.`,
  branchGone: (branch: string) => `Its branch “${branch}” no longer exists.`,
  branchStays: (branch: string) => `The branch “${branch}” stays, because it has other commits.`,
  branchMayBeThere: (branch: string, words: string) => `The branch “${branch}” may still exist. ${words}`,
  branchRemains: (branch: string) =>
    `The merge request wasn’t created. Its branch “${branch}” was created and is still there.`,
  branchOfEarlierTry: (branch: string) => `The branch “${branch}” of the earlier try still exists.`,
  mergeRequestMayBeThere: (branch: string) =>
    `The branch “${branch}” exists, and its merge request may exist too. Trying again continues with both.`,
  mergeRequestMayBeClosed: (iid: number) =>
    `GitLab may have closed merge request !${iid}. Trying again continues with its branch.`,
  rowCannotWait: (iid: number, words: string) =>
    `Merge request !${iid} was created, but this item can’t wait for it. ${words}`,
  rowMayWait: (iid: number, words: string) => `If this item still shows !${iid} as open, select “Refresh”. ${words}`,

  membershipLocked:
    'The group is locked: no one can be added to its projects. An Owner can change this in its settings.',
  invitationsForbidden: 'Your role allows this, but GitLab refuses it: the top-level group may not allow invitations.',

  memberNotChanged: (person: string, role: number) =>
    `${person} is already a member, as ${roleName(role)}. Not changed.`,
  invitedNotChanged: (person: string, role: number) =>
    `${person} is already invited, as ${roleName(role)}. Not changed.`,
  notInvited: (people: readonly string[], words: string) =>
    `Not invited: ${people.join(', ')}. ${words} Invite them again.`,
  'nobodyInvited advice': 'No one was invited. To change someone’s role, use the project’s “Members” page.',
  /** Of whom GitLab didn’t take. @param more how many aren’t named */
  stillNotInvited: (people: readonly string[], more: number) =>
    plural(people.length + more, {
      one: `1 person isn’t invited: ${people.join(', ')}.`,
      other: `${people.length + more} people aren’t invited: ${people.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    }),
  /** @param why one or more sentences */
  stillNotInvitedWhy: (person: string, why: string) => `${person}, not invited: ${why}`,
  /** Why somebody who was typed isn’t invited, where the others were. */
  stillInField: 'Correct or confirm this entry first.',
  /** Why somebody isn’t invited whom an earlier page left in the field. */
  leftInField: 'Still in the field from an earlier visit.',
  inviteLeft: (count: number) => plural(count, {one: 'Invite 1 person', other: `Invite ${count} people`}),
  membersNotRead: (words: string) => `Couldn’t check who is a member now. ${words}`,
  answerLost: (people: readonly string[]) =>
    `GitLab’s response was lost. Couldn’t check what happened to ${people.join(', ')}.`,
  addedByOther: (person: string) => `Someone else added or invited ${person} at the same time. Undo keeps that.`,
  mayBeByOther: (person: string) =>
    `${person} became a member at the same time, perhaps not through this invitation. Undo keeps that.`,
  roleMayBeByOther: (person: string, role: number) =>
    `${person} was ${roleName(role)} before. Couldn’t tell whether this invitation changed that, so Undo keeps it.`,
  // An invitation changed a member's role, which was given back at once, or was not.
  roleGivenBack: (person: string, was: number, became: number) =>
    `${person} was already a member, as ${roleName(was)}. GitLab made them ${roleName(became)}. Now they’re ${roleName(was)} again.`,
  /** @param until date (ISO) */
  roleGivenBackUntil: (person: string, was: number, until: string, became: number) =>
    `${person} was already a member, as ${roleName(was)} until ${day(until)}. GitLab made them ${roleName(became)} without an end date. Now they’re ${roleName(was)} until ${day(until)} again.`,
  roleNotGivenBack: (person: string, was: number, became: number, words: string) =>
    `${person} was already a member, as ${roleName(was)}. GitLab made them ${roleName(became)}, and they still are. ${words} Undo this invitation to try again, or set the role in GitLab.`,
  /** @param until date (ISO) */
  roleNotGivenBackUntil: (person: string, was: number, until: string, became: number, words: string) =>
    `${person} was already a member, as ${roleName(was)} until ${day(until)}. GitLab made them ${roleName(became)} without an end date, and they still are. ${words} Undo this invitation to try again, or set the role in GitLab.`,

  notMember: (person: string) => `${person} is no longer a member.`,
  notInvitedAnyMore: (person: string) => `${person} is no longer invited.`,
  roleStays: (person: string, role: number) =>
    `Someone changed the role of ${person} to ${roleName(role)} in the meantime. Undo keeps that.`,
  personStays: (person: string) => `Someone changed the role of ${person} in the meantime. Undo keeps that.`,
  acceptedAndStays: (mail: string, person: string) =>
    `${mail} accepted as ${person}, whose role someone changed in the meantime. Undo keeps that.`,
  memberAnew: (person: string) => `Someone else added ${person} again. Undo keeps that.`,
  invitedAnew: (person: string) => `Someone else invited ${person} again. Undo keeps that.`,
  memberWithMail: (person: string, mail: string) =>
    `${person}, a member with the email ${mail}, keeps access. ${removeByHand}`,
  invitationGone: (mail: string) =>
    `The invitation for ${mail} no longer exists. Couldn’t tell whether it was accepted: check the members.`,
  seemsAccepted: (person: string) =>
    `${person} seems to have accepted the invitation and is still a member. ${removeByHand}`,
  losesAccess: (mail: string, person: string) => `${mail} accepted as ${person}, who loses access.`,
  lostAccess: (mail: string, person: string) => `${mail} had accepted as ${person}, who lost access.`,
  // The same where it cannot be told which invitation it was.
  losesAccessOfSome: (person: string) => `${person} accepted an invitation and loses access.`,
  lostAccessOfSome: (person: string) => `${person} had accepted an invitation and lost access.`,
  'allChanged advice': 'Nothing was changed. To remove someone’s access, use the project’s “Members” page.',
  stillMember: (person: string) => `${person} is still a member.`,
  stillInvited: (person: string) => `${person} is still invited.`,
  removalNotSeen: (words: string) => `Couldn’t check whether everything was removed. ${words}`,

  pathTaken: (path: string) => `A project already has the path ${path}, so a group can’t have it.`,
  pathOfDoomed: (path: string) => `GitLab gives the path ${path} to groups that are scheduled for deletion.`,
  choosePath: 'Choose another path.',
  chooseSegment: 'Choose another segment.',
  choosePathInForm: 'Nothing was changed. Go back to the form and choose another path.',
  chooseSegmentInForm: 'Nothing was changed. Go back to the form and choose another segment.',
  /** @param date a date (ISO) */
  groupDeletedSince: (group: string, date: string) => `On ${day(date)}, the group ${group} was scheduled for deletion.`,
  groupDeleted: (group: string) => `The group ${group} is scheduled for deletion.`,
  groupArchived: (group: string) => `The group ${group} is archived.`,
  noRoleToMakeGroup: (group: string) =>
    `Requires the Maintainer role in ${group} to create a group there. You have no role there.`,
  lowRoleToMakeGroup: (group: string, role: number) =>
    `Requires the Maintainer role in ${group} to create a group there. ${youAre(roleName(role))}`,
  askOwnersToMakeGroup: 'Ask an Owner of the group to create it or to change your role.',
  noRoleToMove: (group: string) =>
    `Requires the Maintainer role in ${group} to move a project there. You have no role there.`,
  lowRoleToMove: (group: string, role: number) =>
    `Requires the Maintainer role in ${group} to move a project there. ${youAre(roleName(role))}`,
  askOwnersToMove: 'Ask an Owner of the group to move it or to change your role.',
  projectInTheWay: (path: string) => `A project already exists at ${path}.`,
  renameOrChooseGroup: 'Rename one of the two, or choose another group.',

  lookBeforeMove: 'Nothing was moved. Review what will happen now, then try again.',
  nothingMoved: 'Nothing was moved.',
  groupIsAnother: (group: string) => `The group ${group} is now a different one.`,
  groupVisibilityIsAnother: (group: string, now: string, shown: string) =>
    `The group ${group} is ${now} now. It was ${shown}.`,
  groupNotThere: (group: string) => `The group ${group} no longer exists.`,
  groupNotMadeHere: (group: string) => `The group ${group} is now a different one, not the one created here.`,
  groupMadeMeanwhile: (group: string) => `Someone created a group with the path ${group} in the meantime.`,
  moreGainAccess: (people: readonly string[]) =>
    `${people.join(', ')} would now get access or a higher role too. Nothing was moved.`,
  accessNotTold: 'Couldn’t check who would get access, so nothing was moved.',
  groupMadeMeanwhileVisible: (group: string, visibility: string) =>
    `Someone created a group with the path ${group} in the meantime, and it’s ${visibility}.`,
  groupThereBefore: (group: string) => `The group ${group} existed before and wasn’t created here.`,
  groupOfUnknownMaker: (group: string) =>
    `GitLab didn’t say whether it created the group ${group}. It exists now, and GitLab doesn’t say who created it.`,
  groupMayBeThere: (group: string) => `The group ${group} may exist anyway. The next try looks for it first.`,
  groupStaysUntold: (group: string) =>
    `The group ${group} stays: GitLab doesn’t say whether it was created here. If no one needs it, delete it in GitLab.`,
  groupStaysMoved: (group: string) => `The group ${group} stays, because it was moved or renamed.`,
  groupStaysArchived: (group: string) => `The group ${group} stays, because it’s archived.`,
  groupStaysFilled: (group: string) => `The group ${group} stays, because it’s no longer empty.`,
  groupStaysWithOthers: (group: string) => `The group ${group} stays, because it has other content now.`,

  /** Progress, as a phrase. */
  moving: (seconds: number) => `GitLab is moving the project (${seconds} s)`,
  stillMoving: 'GitLab is still moving the project. The move hasn’t finished, and it hasn’t failed.',
  groupRemains: (group: string) =>
    `The project wasn’t moved. The group ${group} may have been created for the move and is still there.`,
  groupMadeForMove: (group: string) =>
    `The private group ${group} was created for the move and exists. The next try uses it.`,
  cannotGoBack: 'The project can’t be moved back.',
  isBack: 'The project was moved back.',
  isBackVisibilityChanged: (visibility: string) =>
    `The project was moved back and stays ${visibility}, because its visibility was changed in the meantime.`,
  isBackStillVisible: (visibility: string, words: string) =>
    `The project was moved back, but it’s still ${visibility}. ${words}`,
  isBackGroupThere: (group: string, words: string) =>
    `The project was moved back, but the group ${group} still exists. ${words}`,

  templateNotShown: (project: string) =>
    `GitLab doesn’t show you the template project ${project}. Ask one of its Owners to add you to its group.`,
  templateFilesDenied: (project: string) =>
    `You can’t read the files of the template project ${project}. Ask one of its Owners for the Reporter role.`,
  templateNotRead: 'Couldn’t read the template.',
  projectThere: (project: string) => `The project ${project} already exists.`,
  projectThereUntold: (project: string) =>
    `The project ${project} already exists, and GitLab doesn’t say that it was created here.`,
  /** @param words GitLab's own, perhaps none */
  projectNotMade: (words: string) => `GitLab couldn’t create the project from the template. ${words}`.trim(),
  projectNotFinished: 'GitLab hasn’t finished creating the project from the template yet.',
  projectStaysUntold: (project: string) => `The project ${project} stays: couldn’t tell whether it was created here.`,
  projectStaysMoved: (project: string) => `The project ${project} stays, because it was moved or renamed.`,

  // What came into a project since it was made here, before it is deleted.
  memberInvited: (person: string) => `${person} became a member through your invitation and loses access.`,
  memberByOther: (person: string) => `Someone else added ${person}, who loses access.`,
  memberSince: (person: string) => `${person} became a member and loses access.`,
  issuesSince: (count: number, authors: readonly string[]) =>
    plural(count, {
      one: `Since then, 1 issue was created${by(authors)}. It will be deleted too.`,
      other: `Since then, ${count} issues were created${by(authors)}. They will be deleted too.`,
    }),
  commitsSince: (count: number, authors: readonly string[]) =>
    plural(count, {
      one: `Since then, 1 commit was made${by(authors)}. It will be deleted too.`,
      other: `Since then, ${count} commits were made${by(authors)}. They will be deleted too.`,
    }),
  keptForDays: 'GitLab keeps these for a few days too.',
  othersUnknown: (words: string) => `Couldn’t check what others did in the project since. ${words}`,
  deletedToo: 'If others added something, it’s deleted too. GitLab keeps it for a few days.',
  cameInSince: 'Something was added to the project since you were asked. Nothing was deleted.',
  'cameInSince advice': 'Review what would be deleted now, then decide again.',
  notLookedAgain: (words: string) =>
    `Couldn’t check whether something was added to the project since you were asked. Nothing was deleted. ${words}`,
  notKept: 'Nothing was changed: the browser couldn’t save how to undo it.',
};
