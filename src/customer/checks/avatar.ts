import {customerTexts} from '../../texts/customer.ts';
import {type Said, said} from '../../texts/said.ts';
import {defineCheck, type Fix, fail, pass} from './check.ts';

const upload = (label: Said): Fix => ({kind: 'form', label, form: 'avatar', role: 40});

/** Handbook: the project's avatar is the customer's logo. */
export const avatar = defineCheck({
  id: 'avatar',
  title: customerTexts.avatarTitle,
  failureTitle: customerTexts.avatarFailureTitle,
  handbook: 'change the project avatar to the customer’s logo',
  needs: ['project'],
  judge({project}) {
    if (project.avatar === 'uploaded') {
      return pass(said('customer.avatarUploaded'), {others: [upload(said('customer.avatarChange'))]});
    }
    if (project.avatar === 'repository') {
      return pass(said('customer.avatarFromRepository'), {others: [upload(said('customer.avatarUpload'))]});
    }
    return fail(said('customer.avatarNone'), {
      fix: upload(said('customer.avatarAdd')),
      byHand: {label: customerTexts.openSettings, path: '/edit'},
    });
  },
});
