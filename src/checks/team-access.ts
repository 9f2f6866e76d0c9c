import {defineCheck, fail, pass, unknown} from './check.ts';

/** Handbook: the members of the team group have access. */
export const teamAccess = defineCheck({
  id: 'team-access',
  title: 'Colleagues have access',
  failureTitle: 'Colleagues have no access',
  handbook: 'Access is granted to members of the timtams Group',
  needs: ['project'],
  uses: ['invitedGroups'],
  judge({project, invitedGroups}, {teamGroup, teamAccessLevel}) {
    const byHand = {label: 'Open members', path: '/-/project_members?tab=groups'};
    if (project.sharedWith.some(link => link.id === teamGroup.id)) {
      return pass(`The project is shared with ${teamGroup.name}.`);
    }
    if (invitedGroups.state !== 'known') {
      return unknown(
        `The project itself is not shared with ${teamGroup.name}; whether a group above it is cannot be told. ${invitedGroups.problem.words}`,
        {byHand},
      );
    }
    if (invitedGroups.value.has(teamGroup.id)) return pass(`A group above is shared with ${teamGroup.name}.`);
    return fail(`Neither the project nor a group above it is shared with ${teamGroup.name}.`, {
      byHand,
      fix: {
        kind: 'change',
        label: `Share with ${teamGroup.name}`,
        change: {
          kind: 'share',
          projectId: project.id,
          groupId: teamGroup.id,
          groupName: teamGroup.name,
          accessLevel: teamAccessLevel,
        },
      },
    });
  },
});
