import {defineCheck, type Fix, fail, pass} from './check.ts';

const upload = (label: string): Fix => ({kind: 'form', label, form: 'avatar', role: 40});

/** Handbook: the project's avatar is the customer's logo. */
export const avatar = defineCheck({
  id: 'avatar',
  title: 'Project has a logo',
  failureTitle: 'Project has no logo',
  handbook: 'change the project avatar to the customer’s logo',
  needs: ['project'],
  judge({project}) {
    if (project.avatar === 'uploaded') return pass('A picture was uploaded.', {others: [upload('Change')]});
    if (project.avatar === 'repository') {
      return pass('GitLab shows the logo file that is in the repository; no picture was uploaded.', {
        others: [upload('Upload one')],
      });
    }
    return fail('No picture was uploaded.', {
      fix: upload('Add a logo'),
      byHand: {label: 'Open settings', path: '/edit'},
    });
  },
});
