import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {RoleChange} from '../../changes/change.ts';
import {sideOf, sideSources} from '../../customer/checks/members.ts';
import {roleName} from '../../texts/gitlab.ts';
import {uiFormsTexts} from '../../texts/ui-forms.ts';
import {uiFormsPeopleTexts} from '../../texts/ui-forms-people.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';
import {useKnownFacts} from './use-known-facts.ts';

const texts = uiFormsPeopleTexts.roles;

/** Roles that a customer's person can be given here. */
const offered = [10, 20, 30, 40] as const;

/** The roles of the customer's people, to be changed; what will change is listed before it is sent. */
export function RolesForm({checklist, row, onDone}: FormProps) {
  const facts = useKnownFacts(checklist);
  const {project, members, invitations} = facts;
  const wanted = useSignal<ReadonlyMap<string, number>>(new Map());
  const form = useRef<HTMLFormElement>(null);
  useOpeningFocus(() => form.current?.querySelector('select'));
  if (project?.state !== 'known' || members?.state !== 'known') return null;
  const sources = sideSources(facts);
  const people = [
    ...members.value
      .filter(member => ['customer', 'open'].includes(sideOf(member, sources, checklist.sources.workspace)))
      .map(({id, name, username, accessLevel}) => ({
        key: {userId: id},
        id: `user-${id}`,
        name,
        where: `@${username}`,
        accessLevel,
      })),
    ...(invitations?.state === 'known' ? invitations.value : []).map(({email, accessLevel}, index) => ({
      key: {mail: email},
      id: `mail-${index}`,
      name: email,
      where: texts.invited,
      accessLevel,
    })),
  ];
  const changes = people.flatMap(({key, id, name, accessLevel}): RoleChange[] => {
    const to = wanted.value.get(id) ?? accessLevel;
    return to === accessLevel ? [] : [{...key, name, from: accessLevel, to}];
  });
  const isReady = changes.length > 0 && !row.busy;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const made = await checklist.make(row.check, {kind: 'roles', projectId: project.value.id, people: changes});
    if (!made.isMade) return;
    wanted.value = new Map();
    formsOf(checklist).open.value = undefined;
    onDone();
  };
  if (people.length === 0) return <p class="form hint">{texts.nobody}</p>;
  return (
    <form class="form" ref={form} aria-label={texts.form} onSubmit={event => void submit(event)}>
      {people.map(({id, name, where, accessLevel}) => (
        <div key={id} class="field beside">
          <label for={`role-${id}`}>
            {name} <span class="where">{where}</span>
          </label>
          <select
            id={`role-${id}`}
            value={String(wanted.value.get(id) ?? accessLevel)}
            onChange={event => {
              wanted.value = new Map([...wanted.value, [id, Number(event.currentTarget.value)]]);
            }}
          >
            {[...new Set([...offered, accessLevel])]
              .sort((one, other) => one - other)
              .map(level => (
                <option key={level} value={String(level)}>
                  {roleName(level)}
                </option>
              ))}
          </select>
        </div>
      ))}
      {changes.length > 0 && (
        <div class="preview" aria-live="polite">
          <h4>{uiFormsTexts.whatWillHappen}</h4>
          <ul class="plan">
            {changes.map(({name, from, to}) => (
              <li key={name}>{texts.oneChange(name, roleName(from), roleName(to))}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="hint">{texts.hint}</p>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {row.busy ? texts.changing : texts.change(changes.length)}
      </button>
    </form>
  );
}
