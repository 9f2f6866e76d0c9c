import {type Company, isCompanyMail} from './company-mail.ts';

/** What is asked about an address before anybody is invited by it. */
export interface DomainQuestion {
  /**
   * `mistyped`: it is one letter away from a domain that several others have. `other`: it is another one than most others have.
   * `incomplete`: it is no address as it stands, and would be one with the others' domain.
   */
  readonly kind: 'mistyped' | 'other' | 'incomplete';
  /** The address's own domain, in small letters. */
  readonly domain: string;
  /** The others' domain. */
  readonly usual: string;
  /** The address with the others' domain. */
  readonly instead: string;
}

/** What is known beside the addresses themselves. */
interface Around {
  /** Addresses of those who are members or invited. */
  readonly peers?: readonly string[];
  /** Domains that somebody said are right. */
  readonly sure?: ReadonlySet<string>;
  readonly workspace: Company;
}

/** So many have a domain that one letter away from it is rather a slip. */
const several = 3;

function partsOf(text: string): {readonly local: string; readonly domain: string} | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  return at < 1 || /[\s@<>"]/.test(local) ? undefined : {local, domain: text.slice(at + 1).toLowerCase()};
}

/** Whether one letter too many, too few, another, or two that changed places make one text of the other. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1);
  if (same === short.length) return false;
  if (short.slice(same + 1) === long.slice(same + 1)) return true;
  const isTurned = short[same] === long[same + 1] && short[same + 1] === long[same];
  return isTurned && short.slice(same + 2) === long.slice(same + 2);
}

/** Whether one domain lies within the other, so that both are the same owner's. */
function isWithin(one: string, other: string): boolean {
  return one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/**
 * What is to be asked before anybody is invited, by the addresses as they are written. Colleagues' addresses are told apart elsewhere,
 * and neither ask nor count.
 *
 * @param mails those who are to be invited
 * @param unclear what is no address, and may have been meant as one
 */
export function domainQuestions(
  mails: readonly string[],
  unclear: readonly string[],
  {peers = [], sure = new Set(), workspace}: Around,
): ReadonlyMap<string, DomainQuestion> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const mail of new Set([...mails, ...peers].map(text => text.toLowerCase()))) {
    const domain = partsOf(mail)?.domain;
    if (domain === undefined || isCompanyMail(mail, workspace)) continue;
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
    all += 1;
  }
  const countOf = (domain: string) => counts.get(domain) ?? 0;
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  const usual = most !== undefined && most[1] > 1 && most[1] * 2 > all ? most[0] : undefined;
  const frequent = [...counts].filter(([, count]) => count >= several).map(([domain]) => domain);
  const questions = new Map<string, DomainQuestion>();
  const ask = (text: string, kind: DomainQuestion['kind'], local: string, domain: string, others: string) => {
    questions.set(text, {kind, domain, usual: others, instead: `${local}@${others}`});
  };
  for (const mail of mails) {
    const {local, domain} = partsOf(mail) ?? {};
    if (local === undefined || domain === undefined || sure.has(domain) || isCompanyMail(mail, workspace)) continue;
    const meant = frequent.find(
      other => countOf(domain) < Math.min(several, countOf(other)) && isOneSlip(domain, other),
    );
    if (meant !== undefined) ask(mail, 'mistyped', local, domain, meant);
    else if (usual !== undefined && usual !== domain && !isWithin(domain, usual))
      ask(mail, 'other', local, domain, usual);
  }
  for (const text of unclear) {
    const {local, domain} = partsOf(text) ?? {};
    if (local === undefined || domain === undefined) continue;
    const meant = frequent.find(other => other.startsWith(`${domain}.`) || domain === '' || isOneSlip(domain, other));
    if (meant !== undefined) ask(text, 'incomplete', local, domain, meant);
  }
  return questions;
}
