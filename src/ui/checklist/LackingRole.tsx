import {wordsOfChange} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import type {RoleLack} from '../../checklist/row.ts';
import type {Fix} from '../../customer/checks/check.ts';
import {noAccess} from '../../gitlab/model/model.ts';
import {roleName} from '../../texts/gitlab.ts';
import {say} from '../../texts/say.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';

const texts = uiChecklistTexts.lackingRole;

/** A message to somebody else that asks for a fix. */
function messageFor(fix: Fix, address: string, needed: string, own: string): string {
  if (fix.kind !== 'change') return texts.ask(address, say(fix.label), needed, own);
  const {what, before, after = ''} = wordsOfChange(fix.change);
  const words = before === undefined ? say(what) : texts.withValues(say(what), say(before), say(after));
  return texts.ask(address, words, needed, own);
}

interface RoleHintProps extends RoleLack {
  /** A message to somebody who could do it; none before GitLab answers. */
  readonly message?: string;
}

/** What the user's role does not allow. */
export function RoleHint({needed, own, of, message}: RoleHintProps) {
  const roles = [roleName(needed), roleName(own)] as const;
  return (
    <div class="actions">
      <span class="hint">{of ? texts.takesRoleOf(say(of), ...roles) : texts.takesRole(...roles)}</span>
      {message === undefined ? (
        <button type="button" aria-disabled="true">
          {texts.copy}
        </button>
      ) : (
        <CopyButton label={texts.copy} text={message} />
      )}
    </div>
  );
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
  const message = messageFor(fix, address, roleName(lacking.needed), roleName(lacking.own));
  return <RoleHint {...lacking} of={isOneOfMany ? fix.label : undefined} message={message} />;
}
