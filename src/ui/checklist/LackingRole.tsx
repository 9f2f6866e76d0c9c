import {wordsOfChange} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Fix} from '../../customer/checks/check.ts';
import {roleName} from '../../gitlab/model/words.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';

/** What the user's role does not allow, and a message for somebody whose role does. */
export function LackingRole({checklist, fix, address}: {checklist: Checklist; fix: Fix; address: string}) {
  const lacking = checklist.lacksRole(fix);
  if (lacking === undefined) return null;
  const needed = roleName(lacking.needed);
  const own = roleName(lacking.own);
  const words = fix.kind === 'change' ? wordsOfChange(fix.change) : {what: fix.label};
  const values = words.before === undefined ? '' : ` (${words.before} → ${words.after})`;
  const message = `Hello, could you please do this in ${address}? ${words.what}${values}. It takes the role ${needed}; mine is ${own}. Thank you!`;
  return (
    <div class="actions">
      <span class="hint">
        “{fix.label}” takes the role {needed}; yours is {own}.
      </span>
      <CopyButton label="Copy a message to ask for it" text={message} />
    </div>
  );
}
