import {useEffect, useRef} from 'preact/hooks';
import {parsePeople} from '../../changes/people.ts';
import type {Row, Store} from '../store.ts';

/** Developer, as the handbook asks for. */
const accessLevel = 30;

/** How many people GitLab takes at once. */
const most = 100;

function List({title, people}: {title: string; people: readonly string[]}) {
  if (people.length === 0) return null;
  return (
    <li>
      {title}: {people.join(', ')}
    </li>
  );
}

/** The form that invites the customer's people: a pasted list, what becomes of each, one request. */
export function InviteForm({store, row, onDone}: {store: Store; row: Row; onDone: () => void}) {
  const text = store.people;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const {project, members, invitations, user} = store.facts.value;
  if (project?.state !== 'known') return null;

  const lower = (items: readonly string[]) => new Set(items.map(item => item.toLowerCase()));
  const invited = lower(invitations?.state === 'known' ? invitations.value.map(({email}) => email) : []);
  const inside = lower(members?.state === 'known' ? members.value.map(({username}) => username) : []);
  const people = parsePeople(text.value);
  const mails = people.mails.filter(mail => !invited.has(mail.toLowerCase()));
  const own = user?.state === 'known' ? user.value.username.toLowerCase() : undefined;
  const usernames = people.usernames.filter(
    username => !inside.has(username.toLowerCase()) && username.toLowerCase() !== own,
  );
  const count = mails.length + usernames.length;
  const already = [
    ...people.mails.filter(mail => !mails.includes(mail)),
    ...people.usernames.filter(username => !usernames.includes(username)).map(username => `@${username}`),
  ];
  const isReady = count > 0 && count <= most && !row.busy;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    const done = await store.run(row.check, {
      kind: 'invite',
      projectId: project.value.id,
      mails,
      usernames,
      accessLevel,
    });
    if (!done) return;
    text.value = people.unclear.join('\n');
    store.form.value = undefined;
    onDone();
  };

  return (
    <form class="form" ref={form} aria-label="Invite people" onSubmit={event => void submit(event)}>
      <div class="field">
        <label for="invite-people">Mail addresses and usernames</label>
        <p class="hint" id="invite-hint">
          One or many, as you have them: with commas, in lines, as “Name &lt;mail&gt;”, or @username.
        </p>
        <textarea
          id="invite-people"
          rows={4}
          aria-describedby="invite-hint"
          value={text.value}
          onInput={event => {
            text.value = event.currentTarget.value;
          }}
        />
      </div>
      {text.value.trim() !== '' && (
        <div class="preview" aria-live="polite">
          <h4>What will happen</h4>
          <ul class="plan">
            <List title="Invited as Developer" people={[...mails, ...usernames.map(username => `@${username}`)]} />
            <List title="Already a member or invited, or yourself" people={already} />
            <List title="Neither a mail address nor a username" people={people.unclear} />
            {count > most && <li>GitLab takes at most {most} people at once. Invite the others afterwards.</li>}
          </ul>
        </div>
      )}
      <p class="hint">GitLab sends each of them a mail.</p>
      <button type="submit" class="confirm" aria-disabled={!isReady}>
        {row.busy ? 'Inviting…' : count === 1 ? 'Invite one person' : `Invite ${count} people`}
      </button>
    </form>
  );
}
