import {shownTitle} from '../../checklist/verdict-words.ts';
import {isRight} from '../../customer/checks/check.ts';
import {projectChecks} from '../../customer/checks/index.ts';
import {type CustomerResult, counts, progressOf} from '../../customers/result.ts';
import {timeSince} from '../../texts/dates.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistProjectsTexts as texts} from '../../texts/ui-checklist-projects.ts';
import {Fold} from '../atoms/Fold.tsx';

interface KnownCustomerProps {
  readonly customer: CustomerResult;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A customer's checklist as it was when it was read: how far it is, and what is open. */
export function KnownCustomer({customer, now}: KnownCustomerProps) {
  const {done, all} = progressOf(customer);
  const open = projectChecks.flatMap(check => {
    const {id} = check;
    const found = customer.findings[id];
    if (!found || !counts(customer, id) || isRight(found.verdict)) return [];
    return [{id, words: texts.open(shownTitle(check, found.verdict), say(found.evidence))}];
  });
  const progress = customer.readAt
    ? texts.progressSince(done, all, timeSince(customer.readAt, now))
    : texts.progress(done, all);
  if (open.length === 0) return <span class="where">{progress}</span>;
  return (
    <Fold words={progress}>
      <ul class="details">
        {open.map(({id, words}) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </Fold>
  );
}
