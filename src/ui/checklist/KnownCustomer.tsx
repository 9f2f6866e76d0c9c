import {isRight} from '../../customer/checks/check.ts';
import {projectChecks} from '../../customer/checks/index.ts';
import {type CustomerResult, counts, progressOf} from '../../customers/result.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';

const texts = uiChecklistTexts.projects;

/** A customer's checklist as it was when it was read: how far it is, and what is open. */
export function KnownCustomer({customer}: {customer: CustomerResult}) {
  const {done, all} = progressOf(customer);
  const date = customer.readAt && new Date(customer.readAt).toLocaleDateString();
  const open = projectChecks.flatMap(({id, title, failureTitle}) => {
    const found = customer.findings[id];
    if (!found || !counts(customer, id) || isRight(found.verdict)) return [];
    return [{id, words: texts.open(found.verdict === 'unknown' ? title : failureTitle, say(found.evidence))}];
  });
  const progress = date ? texts.progressOn(done, all, date) : texts.progress(done, all);
  if (open.length === 0) return <span class="where">{progress}</span>;
  return (
    <details>
      <summary class="where">{progress}</summary>
      <ul class="details">
        {open.map(({id, words}) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </details>
  );
}
