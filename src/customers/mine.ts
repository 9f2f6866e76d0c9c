import type {FactSheet} from '../facts/facts.ts';
import type {SignedInUser} from '../gitlab/model/model.ts';
import type {CustomerResult} from './result.ts';

type Mine = Pick<CustomerResult, 'isMine' | 'isNamed'>;

/** A text as a pattern that finds it, whatever white space stands between its words. */
function asPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/** Whether a text names a user: by a mention, by the full name, or by an email address. A first name alone can be anyone's. */
export function namesUser(text: string, {name, username, mails = []}: SignedInUser): boolean {
  const fullName = name.trim();
  const words = [`@${username}`, ...(fullName.includes(' ') ? [fullName] : []), ...mails].map(asPattern);
  // `@dana` is not named by `@dana.reyes`, nor by `dana@gitlab.com`.
  const pattern = `(?<![\\p{L}\\p{N}_.-])(?:${words.join('|')})(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`;
  return new RegExp(pattern, 'iu').test(text);
}

/**
 * Why a customer can be the user's: what facts tell of it, and where they tell nothing, what was known.
 *
 * @param before what was known of the customer at its address
 */
export function mineOf({members, readme, user}: FactSheet, before: Mine | undefined): Mine {
  const me = user?.state === 'known' ? user.value : undefined;
  const isMine = members?.state === 'known' ? members.value.some(({id}) => id === me?.id) : before?.isMine;
  const isNamed =
    readme?.state === 'known' && me !== undefined
      ? (readme.value.kind === 'text' && namesUser(readme.value.text, me)) ||
        // It can name an address that was not told.
        (me.mails === undefined && before?.isNamed === true)
      : before?.isNamed;
  return {...(isMine === undefined ? {} : {isMine}), ...(isNamed === undefined ? {} : {isNamed})};
}

/** Whether a customer is one of the user's: its README names them, or they are a direct member. */
export const isMine = (customer: Mine): boolean => customer.isMine === true || customer.isNamed === true;
