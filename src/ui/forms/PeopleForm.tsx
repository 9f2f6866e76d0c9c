import {type MemberSide, sideOf, sideSources} from '../../customer/checks/members.ts';
import {uiFormsPeopleTexts} from '../../texts/ui-forms-people.ts';
import type {FormProps} from './form.ts';
import {useKnownFacts} from './use-known-facts.ts';

const texts = uiFormsPeopleTexts.sides;

/** What can be said of each. */
const sides: Readonly<Record<Exclude<MemberSide, 'nobody'>, string>> = texts.side;

/** Whose each direct member is, decided once for all customers. */
export function PeopleForm({checklist, row}: FormProps) {
  const facts = useKnownFacts(checklist);
  const {members} = facts;
  if (members?.state !== 'known') return null;
  const sources = sideSources(facts);
  const people = members.value.flatMap(member => {
    const side = sideOf(member, sources, checklist.sources.workspace);
    return side === 'nobody' || member.id === sources.own ? [] : [{member, side}];
  });
  if (people.length === 0) return <p class="form hint">{texts.nobody}</p>;
  return (
    <div class="form">
      <p class="hint">{texts.hint}</p>
      {people.map(({member, side}) => (
        <div key={member.id} class="field beside">
          <label for={`side-${member.id}`}>
            {member.name} <span class="where">@{member.username}</span>
          </label>
          <select
            id={`side-${member.id}`}
            data-keeps
            value={side}
            onChange={event => {
              const {value} = event.currentTarget;
              const to = value === 'customer' || value === 'colleague' ? value : null;
              void checklist.make(row.check, {
                kind: 'side',
                userId: member.id,
                name: member.name,
                from: sources.sides.get(member.id) ?? null,
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
