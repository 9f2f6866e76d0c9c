import type {FactSheet} from '../../facts/facts.ts';
import type {User} from '../../gitlab/model/model.ts';
import {customerTexts} from '../../texts/customer.ts';
import {locateProject} from '../../workspace/locate.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import type {PlaybookId} from './playbook.ts';

/** Which playbook applies, and why, as a clause: “because the project is in pre-sales”. */
export interface Guess {
  readonly id: PlaybookId;
  readonly because: string;
}

/** Days after its creation for which a project counts as new. */
const newFor = 30;
const day = 86_400_000;

const csmWords = /customer success manager|\bCSM\b(?!@)/i;
/** A link's text is what is read of it. */
const link = /\[([^\][]+)\]\([^()]*\)/g;
const mention = /(?<![\w.-])@([A-Za-z0-9_][\w.-]*[\w])/g;
/** From the first capital of a word on; what stands before it is gone over once. */
const fullName = /(?<![\p{L}'’-])(?:(?!\p{Lu})[\p{L}'’-])*(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*)+)/u;

/** Whom a README names as the Customer Success Manager: a username or a full name in the same line as the words. */
function csmIn(text: string, user: User): {readonly who: string; readonly isUser: boolean} | undefined {
  for (const written of text.split('\n')) {
    const line = written.replace(link, '$1');
    const match = csmWords.exec(line);
    if (match === null || line.includes('[')) continue;
    const rest = line.slice(match.index + match[0].length);
    const usernames = [...rest.matchAll(mention)].map(([, username = '']) => username);
    if (usernames.length > 0) {
      const isUser = usernames.some(username => username.toLowerCase() === user.username.toLowerCase());
      return {who: `@${usernames[0]}`, isUser};
    }
    const name = fullName.exec(rest)?.[1];
    if (name !== undefined) return {who: name, isUser: name.toLowerCase() === user.name.toLowerCase()};
  }
  return undefined;
}

/** The same, where that is somebody else than the user. */
export function otherCsmIn(text: string, user: User): string | undefined {
  const {who, isUser} = csmIn(text, user) ?? {};
  return isUser ? undefined : who;
}

/** Whether a README names the user as the Customer Success Manager. */
export function isOwnCustomer({readme, user}: FactSheet): boolean {
  if (readme?.state !== 'known' || readme.value.kind !== 'text' || user?.state !== 'known') return false;
  return csmIn(readme.value.text, user.value)?.isUser === true;
}

/** Why a project of that age (in days) counts as new, as a clause. */
function becauseNew(age: number): string {
  if (age <= 0) return customerTexts.playbookBecauseToday;
  return age === 1 ? customerTexts.playbookBecauseYesterday : customerTexts.playbookBecauseNew(age);
}

/** Guesses from what was read which playbook applies; undefined until enough was read. */
export function guessPlaybook({project, readme, user, today}: FactSheet, workspace: Workspace): Guess | undefined {
  if (project === undefined || readme === undefined || user === undefined || today === undefined) return undefined;
  if (project.state === 'known') {
    if (locateProject(project.value.path, workspace).kind === 'pre-sales') {
      return {id: 'from-pre-sales', because: customerTexts.playbookBecausePreSales};
    }
    if (readme.state === 'known' && readme.value.kind === 'text' && user.state === 'known') {
      const other = otherCsmIn(readme.value.text, user.value);
      if (other !== undefined) return {id: 'from-another-csm', because: customerTexts.playbookBecauseCsm(other)};
    }
    if (today.state === 'known') {
      const age = Math.floor((Date.parse(today.value) - Date.parse(project.value.createdAt.slice(0, 10))) / day);
      if (age <= newFor) return {id: 'new-customer', because: becauseNew(age)};
    }
  }
  return {id: 'new-customer', because: customerTexts.playbookBecauseNothing};
}
