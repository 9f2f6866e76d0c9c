import {roleOfLinks} from '../../gitlab/model/group-links.ts';
import {developer} from '../../gitlab/model/model.ts';
import {customerTexts} from '../../texts/customer.ts';
import {inTurn, said} from '../../texts/said.ts';
import {defineCheck, fail, pass, unknown} from './check.ts';

const byHand = {label: customerTexts.openMembers, path: '/-/project_members?tab=groups'};

/** Handbook: the members of the team group have access. */
export const teamAccess = defineCheck({
  id: 'team-access',
  title: customerTexts.teamAccessTitle,
  failureTitle: customerTexts.teamAccessFailureTitle,
  handbook: 'Access is granted to members of the timtams Group',
  withoutAnswer: {turn: 3, reach: 'many'},
  needs: ['project', 'today'],
  uses: ['inheritedTeamRole', 'colleagues'],
  judge({project, today, inheritedTeamRole: above, colleagues}, {teamGroup, teamAccessLevel}) {
    const {name} = teamGroup;
    const own = roleOfLinks(project.sharedWith, teamGroup.id, today);
    if (own !== undefined && own >= developer) {
      return pass(said('customer.teamAccessShared', name), {regardlessOf: ['inheritedTeamRole', 'colleagues']});
    }
    if (above.state !== 'known') {
      return unknown(inTurn(said('customer.teamAccessAboveNotTold', name), above.problem.words), {byHand});
    }
    const inherited = above.value.accessLevel;
    if (inherited !== undefined && inherited >= developer) {
      return pass(said('customer.teamAccessSharedAbove', name), {regardlessOf: ['colleagues']});
    }
    // GitLab lists no links with groups that the user cannot see.
    if (colleagues.state !== 'known' || !above.value.isWhole) {
      const why = colleagues.state === 'known' ? said('customer.teamAccessGroupsNotShown') : colleagues.problem.words;
      return unknown(inTurn(said('customer.teamAccessNotTold', name), why), {byHand});
    }
    const least = own ?? inherited;
    if (least !== undefined) return fail(said('customer.teamAccessOnlyAs', name, least), {byHand});
    return fail(said('customer.teamAccessNone', name), {
      byHand,
      fix: {
        kind: 'change',
        label: said('customer.teamAccessShare', name),
        change: {
          kind: 'share',
          projectId: project.id,
          groupId: teamGroup.id,
          groupName: name,
          accessLevel: teamAccessLevel,
        },
      },
    });
  },
});
