import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import {customerName} from '../../checks/customer.ts';
import type {Store} from '../store.ts';
import {CopyButton} from './CopyButton.tsx';
import type {FormProps} from './form.ts';

/** The row's form with the introduction, which gets the focus. */
export function IntroductionForm({store}: FormProps) {
  return (
    <div class="form">
      <Introduction store={store} focus />
    </div>
  );
}

/** A text that introduces the customer to the project, to be changed and copied. */
export function Introduction({store, focus = false}: {store: Store; focus?: boolean}) {
  const {project, user, issueTemplates} = store.facts.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal('');
  useEffect(() => {
    if (project?.state !== 'known') return;
    const customer = customerName(project.value, store.sources.workspace) ?? 'your team';
    const templates =
      issueTemplates?.state === 'known'
        ? issueTemplates.value.filter(({files}) => files.length > 0).map(({name}) => `“${name}”`)
        : [];
    text.value = [
      `Hello ${customer} team,`,
      `this is our collaboration project: ${project.value.webUrl}`,
      'Here we plan, ask and decide together. The README says who is who and how we work.',
      `Please open an issue for every question or request, so that nothing gets lost.${
        templates.length > 0 ? ` The templates ${templates.join(' and ')} help with it.` : ''
      }`,
      user?.state === 'known' ? user.value.name : '',
    ]
      .filter(Boolean)
      .join('\n\n');
    if (focus) field.current?.focus();
  }, []);
  return (
    <>
      <div class="field">
        <label for="introduction">Introduction</label>
        <textarea
          ref={field}
          id="introduction"
          rows={9}
          value={text.value}
          onInput={event => {
            text.value = event.currentTarget.value;
          }}
        />
      </div>
      <div class="actions">
        <CopyButton label="Copy" text={text.value} />
      </div>
    </>
  );
}
