import {roleName} from './gitlab.ts';
import {plural} from './plural.ts';

const setWithoutError = 'GitLab answered without an error, but';
const removeByHand = 'If that is not wanted, remove the account on the project’s page “Members”.';

const by = (authors: readonly string[]) => (authors.length === 0 ? '' : `, by ${authors.join(', ')}`);

/** What is told of making changes: what stands in the way, what did not work although the rest did, and what is to be known. */
export const applyTexts = {
  /** @param name whom or what it did not work for; @param words why, as a sentence */
  failedFor: (name: string, words: string) => `${name}: ${words}`,
  /** @param words GitLab's own, as a sentence */
  inGitLabsWords: (words: string) => words,
  /** @param count how many were not begun */
  stoppedBefore: (count: number) => `Stopped before the last ${count}.`,

  pictureChanged: 'The picture was changed in the meantime.',
  fileChanged: (path: string) => `${path} was changed in the meantime.`,
  mergeRequestChanged: (iid: number) => `The merge request !${iid} was changed in the meantime.`,
  mergeRequestWasClosed: (iid: number) => `The merge request !${iid} was closed already.`,
  placeChanged: 'Where the project lies was changed in the meantime.',
  remarkChanged: 'What was noted here was changed in the meantime.',
  sideChanged: (person: string) => `Whose ${person} is was changed in the meantime.`,
  visibilityChanged: 'The visibility was changed in the meantime.',
  nameChanged: 'The name was changed in the meantime.',
  notificationLevelChanged: 'The notification level was changed in the meantime.',
  groupAccessChanged: 'The access of the group was changed in the meantime.',

  visibilityStill: (visibility: string) => `${setWithoutError} the visibility is still ${visibility}.`,
  nameStill: (name: string) => `${setWithoutError} the name is still “${name}”.`,
  notificationLevelStill: (level: string) => `${setWithoutError} the notification level is still ${level}.`,
  stillNotShared: (group: string) => `${setWithoutError} the project is still not shared with ${group}.`,
  stillShared: (group: string) => `${setWithoutError} the project is still shared with ${group}.`,
  /** @param roles each as `roleStill` */
  rolesStill: (roles: readonly string[]) => `${setWithoutError} ${roles.join(', and ')}.`,
  roleStill: (person: string, role: number) => `the role of ${person} is still ${roleName(role)}`,

  onlyOwnerShares: (group: string) =>
    `Only an Owner of the project who is a member of ${group} can share it. GitLab says: Not Found.`,

  commitMayBeMade: 'The commit may have been made. Trying again doesn’t make it twice.',
  branchMayBeMade: (branch: string) => `The branch “${branch}” may have been made. Trying again continues with it.`,
  branchGone: (branch: string) => `Its branch “${branch}” is gone.`,
  branchStays: (branch: string) => `The branch “${branch}” stays, because it has commits that were not made here.`,
  branchMayBeThere: (branch: string, words: string) => `The branch “${branch}” may still be there. ${words}`,
  branchOfEarlierTry: (branch: string) => `The branch “${branch}” of the earlier try is still there.`,
  mergeRequestMayBeThere: (branch: string) =>
    `The branch “${branch}” is there, and its merge request may be, too. Trying again continues with both.`,
  mergeRequestMayBeClosed: (iid: number) =>
    `The merge request !${iid} may have been closed. Trying again continues with its branch.`,
  rowCannotWait: (iid: number, words: string) =>
    `The merge request !${iid} was made, but the row cannot wait for it. ${words}`,
  rowMayWait: (iid: number, words: string) => `The row may still say that it waits for !${iid}. ${words}`,

  memberNotChanged: (person: string, role: number) =>
    `${person} is a member already, as ${roleName(role)}. Not changed.`,
  invitedNotChanged: (person: string, role: number) =>
    `${person} is invited already, as ${roleName(role)}. Not changed.`,
  notInvited: (people: readonly string[], words: string) =>
    `Not invited: ${people.join(', ')}. ${words} Invite them again.`,
  'nobodyInvited advice':
    'Nobody was invited. To give somebody another role, change it in the project’s list of members.',
  membersNotRead: (words: string) => `Who is a member now could not be looked up. ${words}`,
  answerLost: (people: readonly string[]) =>
    `GitLab’s answer was lost, and what became of ${people.join(', ')} cannot be seen.`,
  addedByOther: (person: string) => `Somebody else added ${person} at the same time. Undo leaves that.`,
  mayBeByOther: (person: string) =>
    `${person} became a member at the same time. Whether by this invitation cannot be told, so Undo leaves that.`,
  roleMayBeByOther: (person: string, role: number) =>
    `${person} was ${roleName(role)} before. Whether this invitation changed that cannot be told, so it is left.`,
  // An invitation changed a member's role, which was given back at once, or was not.
  roleGivenBack: (person: string, was: number, became: number) =>
    `${person} was a member already, as ${roleName(was)}: GitLab made them ${roleName(became)}, and they are ${roleName(was)} again.`,
  /** @param until date (ISO) */
  roleGivenBackUntil: (person: string, was: number, until: string, became: number) =>
    `${person} was a member already, as ${roleName(was)} until ${until}: GitLab made them ${roleName(became)} without an end date, and they are ${roleName(was)} until ${until} again.`,
  roleNotGivenBack: (person: string, was: number, became: number, words: string) =>
    `${person} was a member already, as ${roleName(was)}: GitLab made them ${roleName(became)}, and they still are. ${words} Undo this invitation to try again, or set the role in GitLab.`,
  /** @param until date (ISO) */
  roleNotGivenBackUntil: (person: string, was: number, until: string, became: number, words: string) =>
    `${person} was a member already, as ${roleName(was)} until ${until}: GitLab made them ${roleName(became)} without an end date, and they still are. ${words} Undo this invitation to try again, or set the role in GitLab.`,

  notMember: (person: string) => `${person} is not a member any more.`,
  notInvitedAnyMore: (person: string) => `${person} is not invited any more.`,
  roleStays: (person: string, role: number) =>
    `${person} stays ${roleName(role)}: the role was changed in the meantime.`,
  personStays: (person: string) => `${person} stays: the role was changed in the meantime.`,
  acceptedAndStays: (mail: string, person: string) =>
    `${mail} accepted as ${person}, who stays: the role was changed in the meantime.`,
  memberAnew: (person: string) => `${person} was made a member anew by somebody else. That is left as it is.`,
  invitedAnew: (person: string) => `${person} was invited anew by somebody else. That is left as it is.`,
  memberWithMail: (person: string, mail: string) =>
    `${person} is a member with the mail ${mail}, and stays one. ${removeByHand}`,
  invitationGone: (mail: string) =>
    `The invitation of ${mail} is gone. Whether it was accepted cannot be told: look who is a member.`,
  seemsAccepted: (person: string) =>
    `${person} seems to have accepted the invitation and is still a member. ${removeByHand}`,
  losesAccess: (mail: string, person: string) => `${mail} accepted as ${person}, who loses access.`,
  lostAccess: (mail: string, person: string) => `${mail} had accepted as ${person}, who lost access.`,
  // The same where it cannot be told which invitation it was.
  losesAccessOfSome: (person: string) => `${person} accepted an invitation, and loses access.`,
  lostAccessOfSome: (person: string) => `${person} had accepted an invitation, and lost access.`,
  'allChanged advice':
    'Nothing was changed. If somebody is not to have access, see to that on the project’s page “Members”.',
  stillMember: (person: string) => `${person} is still a member.`,
  stillInvited: (person: string) => `${person} is still invited.`,
  removalNotSeen: (words: string) => `Whether all of it is gone could not be looked up. ${words}`,

  pathTaken: (path: string) => `The path ${path} is a project’s already, so no group can have it.`,
  pathOfDoomed: (path: string) => `GitLab gives the path ${path} to groups that are scheduled for deletion.`,
  choosePath: 'Choose another path.',
  chooseSegment: 'Choose another segment.',
  choosePathInForm: 'Nothing was changed. Go back to the form and choose another path.',
  chooseSegmentInForm: 'Nothing was changed. Go back to the form and choose another segment.',
  groupDeletedSince: (group: string, date: string) => `The group ${group} is scheduled for deletion since ${date}.`,
  groupDeleted: (group: string) => `The group ${group} is scheduled for deletion.`,
  groupArchived: (group: string) => `The group ${group} is archived.`,
  noRoleToMakeGroup: (group: string) =>
    `It takes the role Maintainer in ${group} to make a group there, and you have none there.`,
  lowRoleToMakeGroup: (group: string, role: number) =>
    `It takes the role Maintainer in ${group} to make a group there, and yours is ${roleName(role)}.`,
  askOwnersToMakeGroup: 'Ask one of its owners to make it, or for the role.',
  noRoleToMove: (group: string) =>
    `It takes the role Maintainer in ${group} to move a project there, and you have none there.`,
  lowRoleToMove: (group: string, role: number) =>
    `It takes the role Maintainer in ${group} to move a project there, and yours is ${roleName(role)}.`,
  askOwnersToMove: 'Ask one of its owners to move it, or for the role.',
  projectInTheWay: (path: string) => `There is a project ${path} already.`,
  renameOrChooseGroup: 'Rename one of the two, or choose another group.',

  lookBeforeMove: 'Nothing was moved. Look at what will happen now, then try again.',
  nothingMoved: 'Nothing was moved.',
  groupIsAnother: (group: string) => `The group ${group} is another one by now.`,
  groupVisibilityIsAnother: (group: string, now: string, shown: string) =>
    `The group ${group} is ${now} by now; it was ${shown}.`,
  groupNotThere: (group: string) => `The group ${group} is not there any more.`,
  groupNotMadeHere: (group: string) =>
    `The group ${group} is another one by now: it is not the one that was made here.`,
  groupMadeMeanwhile: (group: string) => `A group with the path ${group} was created in the meantime.`,
  groupMadeMeanwhileVisible: (group: string, visibility: string) =>
    `A group with the path ${group} was created in the meantime, and it is ${visibility}.`,
  groupThereBefore: (group: string) => `The group ${group} was there before, and was not made here.`,
  groupOfUnknownMaker: (group: string) =>
    `GitLab did not answer whether it made the group ${group}. It is there now, and GitLab does not tell who made it.`,
  groupMayBeThere: (group: string) => `The group ${group} may be there all the same: the next try looks for it first.`,
  groupStaysUntold: (group: string) =>
    `The group ${group} stays: GitLab does not tell whether it was made here. If nobody needs it, delete it in GitLab.`,
  groupStaysMoved: (group: string) => `The group ${group} stays, because it was moved or renamed.`,
  groupStaysArchived: (group: string) => `The group ${group} stays, because it is archived.`,
  groupStaysFilled: (group: string) => `The group ${group} stays, because something is in it by now.`,
  groupStaysWithOthers: (group: string) => `The group ${group} stays, because something else is in it by now.`,

  /** Progress, as a phrase. */
  moving: (seconds: number) => `GitLab is moving the project, ${seconds} s so far`,
  stillMoving: 'GitLab is still moving the project. The move is not finished, and it has not failed.',
  groupMadeForMove: (group: string) => `The private group ${group} was made for it and is there: the next try uses it.`,
  cannotGoBack: 'The project cannot go back.',
  isBack: 'The project is back.',
  isBackVisibilityChanged: (visibility: string) =>
    `The project is back, and it stays ${visibility}: its visibility was changed in the meantime.`,
  isBackStillVisible: (visibility: string, words: string) => `The project is back, but still ${visibility}. ${words}`,
  isBackGroupThere: (group: string, words: string) =>
    `The project is back, but the group ${group} is still there. ${words}`,

  templateNotShown: (project: string) =>
    `GitLab does not show you the template project ${project}. Ask one of its owners to add you to its group.`,
  templateFilesDenied: (project: string) =>
    `You may not read the files of the template project ${project}. Ask one of its owners for the Reporter role.`,
  templateNotRead: 'The template cannot be read.',
  projectThere: (project: string) => `The project ${project} is there already.`,
  projectThereUntold: (project: string) =>
    `The project ${project} is there already, and GitLab does not tell that it was made here.`,
  /** @param words GitLab's own, perhaps none */
  projectNotMade: (words: string) => `GitLab could not make the project from the template. ${words}`.trim(),
  projectNotFinished: 'GitLab has not finished making the project from the template yet.',
  projectStaysUntold: (project: string) => `The project ${project} stays: it cannot be told whether it was made here.`,
  projectStaysMoved: (project: string) => `The project ${project} stays, because it was moved or renamed.`,

  // What came into a project since it was made here, before it is deleted.
  memberInvited: (person: string) => `${person} is a member by your invitation, and loses access.`,
  memberByOther: (person: string) => `${person} was made a member by somebody else, and loses access.`,
  memberSince: (person: string) => `${person} became a member, and loses access.`,
  issuesSince: (count: number, authors: readonly string[]) =>
    plural(count, {
      one: `One issue was written since${by(authors)}. It is deleted too.`,
      other: `${count} issues were written since${by(authors)}. They are deleted too.`,
    }),
  commitsSince: (count: number, authors: readonly string[]) =>
    plural(count, {
      one: `One commit was made since${by(authors)}. It is deleted too.`,
      other: `${count} commits were made since${by(authors)}. They are deleted too.`,
    }),
  keptForDays: 'GitLab keeps that for some days too.',
  othersUnknown: (words: string) => `What others did in the project since could not be looked up. ${words}`,
  deletedToo: 'Whatever it is, it is deleted too, and GitLab keeps it for some days.',
  cameInSince: 'Something came into the project since you were asked. Nothing was deleted.',
  'cameInSince advice': 'Look at what would be deleted by now, then decide anew.',
  notLookedAgain: (words: string) =>
    `Whether something came into the project since you were asked could not be looked up. Nothing was deleted. ${words}`,
};
