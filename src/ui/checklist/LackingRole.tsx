import {wordsOfChange} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Fix} from '../../customer/checks/check.ts';
import {noAccess} from '../../gitlab/model/model.ts';
import {roleName} from '../../texts/gitlab.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';

const texts = uiChecklistTexts.lackingRole;

/** A message to somebody else that asks for a fix. */
function messageFor(fix: Fix, address: string, needed: string, own: string): string {
  if (fix.kind !== 'change') return texts.ask(address, fix.label, needed, own);
  const {what, before, after = ''} = wordsOfChange(fix.change);
  const words = before === undefined ? say(what) : texts.withValues(say(what), say(before), say(after));
  return texts.ask(address, words, needed, own);
}

interface LackingRoleProps {
  readonly checklist: Checklist;
  readonly fix: Fix;
  /** Whether other buttons stand beside this fix's, so that it has to be named. */
  readonly isOneOfMany: boolean;
  /** The project's. */
  readonly address: string;
}

/** What the user's role does not allow, and a message for somebody whose role does. */
export function LackingRole({checklist, fix, isOneOfMany, address}: LackingRoleProps) {
  const lacking = checklist.lacksRole(fix);
  // Of somebody who is no member that is said once, at the top.
  if (lacking === undefined || lacking.own === noAccess) return null;
  const needed = roleName(lacking.needed);
  const own = roleName(lacking.own);
  return (
    <div class="actions">
      <span class="hint">{isOneOfMany ? texts.takesRoleOf(fix.label, needed, own) : texts.takesRole(needed, own)}</span>
      <CopyButton label={texts.copy} text={messageFor(fix, address, needed, own)} />
    </div>
  );
}
