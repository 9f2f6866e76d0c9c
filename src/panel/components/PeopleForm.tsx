import {type MemberSide, sideOf} from '../../checks/members.ts';
import type {Side} from '../../facts/record.ts';
import type {FormProps} from './form.ts';

const sides: Readonly<Record<Exclude<MemberSide, 'nobody'>, string>> = {
  customer: 'Customer’s',
  colleague: 'Colleague',
  open: 'Not decided',
};

/** Whose each direct member is, decided once for all customers. */
export function PeopleForm({store, row}: FormProps) {
  const {members, colleagues, sides: decided, user} = store.facts.value;
  if (members?.state !== 'known') return null;
  const known = decided?.state === 'known' ? decided.value : new Map<number, Side>();
  const sources = {
    colleagues: colleagues?.state === 'known' ? colleagues.value : undefined,
    sides: known,
    own: user?.state === 'known' ? user.value.id : undefined,
  };
  const people = members.value.flatMap(member => {
    const side = sideOf(member, sources, store.sources.workspace);
    return side === 'nobody' || member.id === sources.own ? [] : [{member, side}];
  });
  if (people.length === 0) return <p class="form hint">There is no direct member to decide about.</p>;
  return (
    <div class="form">
      <p class="hint">What you say here counts for all customers, and stays in your browser.</p>
      {people.map(({member, side}) => (
        <div key={member.id} class="field beside">
          <label for={`side-${member.id}`}>
            {member.name} <span class="where">@{member.username}</span>
          </label>
          <select
            id={`side-${member.id}`}
            value={side}
            onChange={event => {
              const {value} = event.currentTarget;
              const to = value === 'customer' || value === 'colleague' ? value : null;
              void store.run(row.check, {
                kind: 'side',
                userId: member.id,
                name: member.name,
                from: known.get(member.id) ?? null,
                to,
              });
            }}
          >
            {Object.entries(sides)
              .filter(([value]) => value !== 'open' || side === 'open')
              .map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </select>
        </div>
      ))}
    </div>
  );
}
