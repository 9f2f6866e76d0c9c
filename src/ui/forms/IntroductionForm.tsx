import {useMemo, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {customerName} from '../../customer/checks/customer.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import type {FormProps} from './form.ts';
import {useText} from './use-text.ts';

const texts = uiFormsFieldsTexts.introduction;

/** The row's form with the introduction, which gets the focus. */
export function IntroductionForm({checklist}: FormProps) {
  return (
    <div class="form">
      <Introduction checklist={checklist} focus />
    </div>
  );
}

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

/** A text that introduces the customer to the project, to be changed and copied. */
export function Introduction({checklist, focus = false}: {checklist: Checklist; focus?: boolean}) {
  const field = useRef<HTMLTextAreaElement>(null);
  // What is read again meanwhile changes nothing that somebody is reading.
  const proposed = useMemo(() => introductionOf(checklist), []);
  const {text, type} = useText(checklist, 'introduction', proposed);
  useOpeningFocus(() => (focus ? field.current : undefined));
  return (
    <>
      <div class="field">
        <label for="introduction">{texts.label}</label>
        <textarea
          ref={field}
          id="introduction"
          rows={9}
          value={text}
          onInput={event => type(event.currentTarget.value)}
        />
      </div>
      <div class="actions">
        <CopyButton label={texts.copy} text={text} />
      </div>
    </>
  );
}
