import type {Checklist} from '../../checklist/checklist.ts';
import {sideOf, sideSources} from '../../customer/checks/members.ts';
import {roleName} from '../../texts/gitlab.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';

/** Members of both sides beside each other. */
export function MembersOfSides({checklist}: {checklist: Checklist}) {
  const facts = checklist.facts.value;
  const {members} = facts;
  if (members?.state !== 'known') return <p class="hint">{uiFlowsTexts.handover.membersNotRead}</p>;
  const sources = sideSources(facts);
  const {workspace} = checklist.sources;
  const side = (wanted: 'customer' | 'other') =>
    members.value.filter(member => (sideOf(member, sources, workspace) === 'customer') === (wanted === 'customer'));
  const list = (title: string, people: ReturnType<typeof side>) => (
    <div>
      <h5>{title}</h5>
      {people.length === 0 && <p class="hint">{uiFlowsTexts.handover.nobody}</p>}
      <ul class="details">
        {people.map(({id, name, username, accessLevel}) => (
          <li key={id}>
            {name} (@{username}), {roleName(accessLevel)}
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <div class="sides">
      {list(uiFlowsTexts.handover.customersSide, side('customer'))}
      {list(uiFlowsTexts.handover.othersSide, side('other'))}
    </div>
  );
}
