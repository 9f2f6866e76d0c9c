import {roleOfLinks} from '../../gitlab/model/group-links.ts';
import {developer} from '../../gitlab/model/model.ts';
import {roleName} from '../../gitlab/model/words.ts';
import {defineCheck, fail, pass, unknown} from './check.ts';

const byHand = {label: 'Open members', path: '/-/project_members?tab=groups'};

/** Handbook: the members of the team group have access. */
export const teamAccess = defineCheck({
  id: 'team-access',
  title: 'Colleagues have access',
  failureTitle: 'Colleagues have no access',
  handbook: 'Access is granted to members of the timtams Group',
  withoutAnswer: {turn: 3, reach: 'many'},
  needs: ['project', 'today'],
  uses: ['inheritedTeamRole', 'colleagues'],
  judge({project, today, inheritedTeamRole: above, colleagues}, {teamGroup, teamAccessLevel}) {
    const {name} = teamGroup;
    const own = roleOfLinks(project.sharedWith, teamGroup.id, today);
    if (own !== undefined && own >= developer) {
      return pass(`The project is shared with ${name}.`, {regardlessOf: ['inheritedTeamRole', 'colleagues']});
    }
    if (above.state !== 'known') {
      return unknown(
        `The project itself is not shared with ${name}; whether a group above it is cannot be told. ${above.problem.words}`,
        {byHand},
      );
    }
    const inherited = above.value.accessLevel;
    if (inherited !== undefined && inherited >= developer) {
      return pass(`A group above is shared with ${name}.`, {regardlessOf: ['colleagues']});
    }
    // GitLab lists no links with groups that the user cannot see.
    if (colleagues.state !== 'known' || !above.value.isWhole) {
      const why =
        colleagues.state === 'known' ? 'GitLab does not show you all groups above it.' : colleagues.problem.words;
      return unknown(`Couldn’t check whether ${name} has access. ${why}`, {byHand});
    }
    const least = own ?? inherited;
    if (least !== undefined) {
      const role = roleName(least);
      return fail(`${name} has access only as ${role}. Change it to Developer or higher.`, {byHand});
    }
    return fail(`Neither the project nor a group above it is shared with ${name}.`, {
      byHand,
      fix: {
        kind: 'change',
        label: `Share with ${name}`,
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
