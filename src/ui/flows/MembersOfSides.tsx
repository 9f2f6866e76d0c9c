import type {Checklist} from '../../checklist/checklist.ts';
import {sideOf, sideSources} from '../../customer/checks/members.ts';
import {roleNames} from '../../gitlab/model/model.ts';

/** Members of both sides beside each other. */
export function MembersOfSides({checklist}: {checklist: Checklist}) {
  const facts = checklist.facts.value;
  const {members} = facts;
  if (members?.state !== 'known') return <p class="hint">The members could not be read.</p>;
  const sources = sideSources(facts);
  const {workspace} = checklist.sources;
  const side = (wanted: 'customer' | 'other') =>
    members.value.filter(member => (sideOf(member, sources, workspace) === 'customer') === (wanted === 'customer'));
  const list = (title: string, people: ReturnType<typeof side>) => (
    <div>
      <h5>{title}</h5>
      {people.length === 0 && <p class="hint">Nobody.</p>}
      <ul class="details">
        {people.map(({id, name, username, accessLevel}) => (
          <li key={id}>
            {name} (@{username}), {roleNames[accessLevel] ?? accessLevel}
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <div class="sides">
      {list('Customer', side('customer'))}
      {list('GitLab and others', side('other'))}
    </div>
  );
}
