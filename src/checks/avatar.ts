import {defineCheck, fail, pass} from './check.ts';

/** Handbook: the project's avatar is the customer's logo. */
export const avatar = defineCheck({
  id: 'avatar',
  title: 'Project has a logo',
  failureTitle: 'Project has no logo',
  handbook: 'change the project avatar to the customer’s logo',
  needs: ['project'],
  judge({project}) {
    if (project.avatar === 'uploaded') return pass('A picture was uploaded.');
    if (project.avatar === 'repository') return pass('GitLab shows the logo file that is in the repository.');
    return fail('No picture was uploaded.', {byHand: {label: 'Open settings', path: '/edit'}});
  },
});
