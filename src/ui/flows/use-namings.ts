import {useSignal} from '@preact/signals';
import {useEffect, useMemo} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import {readmeFiles, rulesOf, templateFiles} from '../../customer/filling/files.ts';
import {knownValues} from '../../customer/filling/known-values.ts';
import {otherCsmIn} from '../../customer/playbooks/guess.ts';
import {filledBefore} from '../../flows/filled-before.ts';
import {formerOf, type Naming, namings} from '../../flows/handover.ts';
import {templateTexts} from '../../flows/template-texts.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {User} from '../../gitlab/model/model.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {suggestValues} from '../../placeholders/index.ts';

/** Milliseconds of quiet after typing before GitLab is asked for an account. */
const quiet = 300;

/** Who the former CSM is, and what of the files names that person. */
interface Namings {
  /** The signed-in user; undefined until that is known. */
  readonly user: User | undefined;
  /** Why it is not known. */
  readonly problem: Problem | undefined;
  /** The former CSM: a name, a @username or an email. */
  readonly named: string;
  readonly found: readonly Naming[];
}

/** Looks for what names the former CSM in a customer's files. @param typed who that is, where the user says it */
export function useNamings(checklist: Checklist, typed: string | undefined): Namings {
  const facts = checklist.facts.value;
  const user = useSignal<User | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const account = useSignal<User | undefined>(undefined);
  const mail = useSignal<string | undefined>(undefined);
  const template = useSignal('');
  const {gitlab, workspace} = checklist.sources;
  useEffect(() => {
    void typedOf(checklist).load();
    checklist.means.pageUser().then(
      me => {
        user.value = me;
      },
      error => {
        problem.value = problemOf(error);
      },
    );
    // Without the own mail nothing is proposed, and without the template only what names the person is found.
    gitlab.ownMail().then(
      own => {
        mail.value = own;
      },
      () => undefined,
    );
    templateTexts(gitlab, workspace).then(
      ([readme]) => {
        template.value = readme?.text ?? '';
      },
      () => undefined,
    );
  }, []);
  const {readme, issueTemplates, members} = facts;
  const files = useMemo(() => [...readmeFiles(facts), ...templateFiles(facts)], [readme, issueTemplates]);
  const guessed = useMemo(() => {
    const [first] = readmeFiles(facts);
    return (user.value && first && otherCsmIn(first.text, user.value)) ?? '';
  }, [readme, user.value]);
  const named = typed ?? guessed;
  const history = typedOf(checklist).history.value;
  const username = /^@\S+$/.test(named.trim()) ? named.trim().slice(1) : undefined;
  useEffect(() => {
    if (username === undefined) return undefined;
    const timer = setTimeout(async () => {
      // Without the name, only the username is looked for.
      account.value = await gitlab.userNamed(username).catch(() => undefined);
    }, quiet);
    return () => clearTimeout(timer);
  }, [username]);
  const filled = useMemo(() => {
    const [first] = readmeFiles(facts);
    return first === undefined ? [] : filledBefore(template.value, first.text);
  }, [readme, template.value]);
  const found = useMemo(() => {
    const {project} = facts;
    if (user.value === undefined || named.trim() === '' || project?.state !== 'known') return [];
    const people = [...(members?.state === 'known' ? members.value : []), ...(account.value ? [account.value] : [])];
    const known = knownValues(project.value, facts, workspace, new Date());
    const aliases = rulesOf(facts).aliases ?? workspace.placeholderAliases;
    // What the former CSM was entered as for this customer is what is to go.
    const past = {
      history: history.filter(entry => entry.project !== project.value.id),
      project: project.value.id,
      aliases,
    };
    const valueFor = (placeholder: string) => suggestValues(placeholder, known, past)[0]?.value;
    return namings(files, formerOf(named.trim(), people), {...user.value, mail: mail.value, valueFor}, filled, history);
  }, [files, named, members, user.value, account.value, mail.value, filled, history]);
  return {user: user.value, problem: problem.value, named, found};
}
