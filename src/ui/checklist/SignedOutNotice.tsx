import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Notice} from '../atoms/Notice.tsx';

const texts = uiChecklistTexts.notices;

/** GitLab leads back to the page whose link it was (`app/controllers/sessions_controller.rb`, `store_redirect_uri`). */
const signIn = '/users/sign_in?redirect_to_referer=yes';

/** Says that nobody is signed in any more, and leads to where one can; it stays in sight. */
export function SignedOutNotice() {
  return (
    <Notice tone="danger" isSticky>
      <p>{texts.signedOut}</p>
      <a href={signIn}>{texts.signIn}</a>
    </Notice>
  );
}
