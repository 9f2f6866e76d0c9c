import {useMemo, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {customerName} from '../../customer/checks/customer.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {type Invited, introducedTo} from './introduced.ts';
import {mailAddress, newIssueAddress} from './introduction-links.ts';
import {useText} from './use-text.ts';

const texts = uiFormsFieldsTexts.introduction;

/** The text that introduces the customer to the project, as it is proposed. */
function introductionOf({facts, sources}: Checklist): string {
  const {project, user, issueTemplates} = facts.value;
  if (project?.state !== 'known') return '';
  const customer = customerName(project.value, sources.workspace);
  const templates =
    issueTemplates?.state === 'known'
      ? issueTemplates.value.filter(({files}) => files.length > 0).map(({name}) => name)
      : [];
  return [
    customer === undefined ? texts.helloAll : texts.hello(customer),
    texts.project(project.value.webUrl),
    texts.whatFor,
    templates.length > 0 ? texts.openIssuesFrom(templates) : texts.openIssues,
    user?.state === 'known' ? user.value.name : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

interface IntroductionProps {
  /** Of its field. */
  readonly id: string;
  readonly checklist: Checklist;
  readonly focus?: boolean;
  /** Who was invited a moment ago. */
  readonly invited?: Invited | undefined;
}

/** A text that introduces the customer to the project: to be changed, copied, sent, or opened as an issue. */
export function Introduction({id, checklist, focus = false, invited}: IntroductionProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  // What is read again meanwhile changes nothing that somebody is reading.
  const proposed = useMemo(() => introductionOf(checklist), []);
  const {text, type} = useText(checklist, 'introduction', proposed);
  useOpeningFocus(() => (focus ? field.current : undefined));
  const {mails, usernames} = introducedTo(checklist, invited);
  const address = checklist.address.value;
  const mail = mailAddress(mails, texts.subject, text);
  const issue = address && newIssueAddress(address, texts.issueTitle, usernames, text);
  return (
    <>
      <div class="field">
        <label for={id}>{texts.label}</label>
        <textarea ref={field} id={id} rows={9} value={text} onInput={event => type(event.currentTarget.value)} />
      </div>
      <div class="actions">
        <CopyButton label={texts.copy} text={text} />
        {mails.length > 0 && mail && <a href={mail}>{texts.email(mails.length)}</a>}
        {issue && (
          <a href={issue} target="_blank" rel="noreferrer">
            {texts.openIssue}
          </a>
        )}
      </div>
      {mails.length > 0 && !mail && <p class="hint">{texts.tooLongToEmail}</p>}
      {address && !issue && <p class="hint">{texts.tooLongForIssue}</p>}
      {issue && <p class="hint">{usernames.length > 0 ? texts.mentions(usernames) : texts.nothingPosted}</p>}
    </>
  );
}
