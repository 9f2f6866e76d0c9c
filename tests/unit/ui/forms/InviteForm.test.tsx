// @vitest-environment happy-dom
import {type Signal, signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Change} from '../../../../src/changes/change.ts';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Made} from '../../../../src/checklist/made.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {pass} from '../../../../src/customer/checks/check.ts';
import {said} from '../../../../src/texts/said.ts';
import {InviteForm} from '../../../../src/ui/forms/InviteForm.tsx';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';
import {eventually} from '../../../eventually.ts';
import {told} from '../../../told.ts';
import '../../../../src/texts/later.ts';

/** What GitLab answers; nobody is found while one types. */
const ask = vi.fn<(path: string) => Promise<unknown>>(() => new Promise(() => undefined));
const make = vi.fn<(check: unknown, change: Change) => Promise<Made>>();
const onDone = vi.fn();
const row = signal({check: {id: 'members'}, busy: false, left: [], done: undefined} as unknown as Row);
let kept: Signal<ReadonlyMap<string, string>>;
let checklist: Checklist;

function Form({checklist}: {readonly checklist: Checklist}) {
  return <InviteForm checklist={checklist} row={row.value} onDone={onDone} />;
}

/** Opens the form. @param people what it was left with */
function open(people = ''): void {
  const known = <T,>(value: T) => ({state: 'known', value}) as const;
  const user = {id: 1, name: 'Dana Reyes', username: 'dana', mails: ['dana@gitlab.com']};
  kept = signal<ReadonlyMap<string, string>>(new Map([['people', people]]));
  checklist = {
    facts: signal({project: known({id: 12}), user: known(user), members: known([]), invitations: known([])}),
    texts: {
      all: kept,
      load: async () => undefined,
      set(name: string, text: string | undefined) {
        kept.value = new Map([...kept.value, [name, text ?? '']]);
      },
    },
    sources: {gitlab: {ask}, workspace: defaultWorkspace},
    make,
    beside: signal(new Map()),
    lastMade: signal(undefined),
  } as unknown as Checklist;
  render(<Form checklist={checklist} />, document.body);
}

const input = () => document.querySelector('input') as HTMLInputElement;
const chips = () =>
  [...document.querySelectorAll('.chip')].map(chip =>
    [chip.classList[1], chip.querySelector('.person')?.firstChild?.textContent].filter(Boolean).join(': '),
  );
const send = () => document.querySelector('button[type="submit"]') as HTMLButtonElement;
const button = (name: string, of: ParentNode = document) => {
  const found = [...of.querySelectorAll('button')].find(
    other => (other.getAttribute('aria-label') ?? other.textContent) === name,
  );
  if (!found) throw new Error(`There is no button “${name}”`);
  return found;
};
const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
const type = (text: string) => {
  input().value = text;
  input().dispatchEvent(new Event('input', {bubbles: true}));
};
const paste = (text: string) => {
  const event = Object.assign(new Event('paste', {bubbles: true, cancelable: true}), {
    clipboardData: {getData: () => text},
  });
  input().dispatchEvent(event);
};

const four = 'ann@acme.com, Doe, Jane <jane@acme.com>; bo@acme.com\ncy@acme.com';

beforeEach(() => {
  make.mockReset();
  onDone.mockReset();
  row.value = {...row.value, busy: false, left: [], done: undefined, problem: undefined};
});
afterEach(() => render(null, document.body));

it('names team members, leaves oneself out, and keeps what is no address', () => {
  open('ann@acme.example\nSam@GitLab.com\ndana@gitlab.com\nAnn Other\n');
  const notes = [...document.querySelectorAll('.chip .where')].map(({textContent}) => textContent);
  expect(notes).toEqual([
    'gets an email',
    'gets an email, looks like a team member',
    'that’s you',
    'Not an email or @username.',
  ]);
  expect(send().textContent).toBe('Invite 2 people');
});

describe('six people with two slips', () => {
  it('are invited with no wrong invitation, in three presses', async () => {
    open();
    paste(`${four}, bob@acme.con; Eve <eve@amce.com>`);
    await eventually(() => expect(chips()).toHaveLength(6));
    expect(chips().slice(4)).toEqual(['asked: bob@acme.con', 'asked: Eve']);
    expect(send().textContent).toBe('Invite 4 people');
    expect(document.body.textContent).toContain('Answer the questions about 2 people to invite them.');
    expect(document.querySelector('.asked')?.textContent).toContain('Did you mean bob@acme.com?');
    const use = () => document.querySelector<HTMLButtonElement>('.asked .answers button');
    use()?.click();
    await eventually(() => expect(chips()).toContain('bob@acme.com'));
    expect(document.activeElement, 'the next question').toBe(use());
    use()?.click();
    await eventually(() => expect(send().textContent).toBe('Invite 6 people'));
    expect(document.activeElement).toBe(input());
    make.mockResolvedValue({isMade: true, entry: undefined, left: []});
    send().click();
    await eventually(() => expect(onDone).toHaveBeenCalled());
    const mails = ['ann', 'jane', 'bo', 'cy', 'bob', 'eve'].map(name => `${name}@acme.com`);
    expect(make.mock.calls.map(([, change]) => change)).toEqual([
      {kind: 'invite', projectId: 12, accessLevel: 30, mails: expect.arrayContaining(mails), users: []},
    ]);
    expect(kept.value.get('people')).toBe('');
  });

  it('who is asked about stays when the others are invited, and is kept as right', async () => {
    open(`${four.replace('Doe, Jane <jane@acme.com>; ', '')}\nbob@acme.con\n`);
    expect(send().textContent).toBe('Invite 3 people');
    row.value = {...row.value, done: {id: 'a'}} as unknown as Row;
    make.mockResolvedValue({isMade: true, entry: {id: 'a'}, left: []} as unknown as Made);
    send().click();
    await eventually(() => expect(chips()).toHaveLength(1));
    const result = document.querySelector('section[aria-label="Result"]');
    expect(result?.textContent).toContain('3 people invited.');
    expect(document.activeElement).toBe(result);
    expect(onDone).not.toHaveBeenCalled();
    // The item is not done for the others, until it is clear who that is or nobody wants them any more.
    const found = () => checklist.beside.value.get('members')?.find(pass(said('customer.membersAble', 3)), {});
    expect(told(found())).toMatchObject({
      verdict: 'fail',
      details: ['bob@acme.con, not invited: Correct or confirm this entry first.'],
    });
    button('Remove bob@acme.con').click();
    await eventually(() => expect(found()).toBeUndefined());
  });

  it('a domain can be kept', async () => {
    open(`${four}\nbob@acme.con\n`);
    button('Keep acme.con').click();
    await eventually(() => expect(send().textContent).toBe('Invite 5 people'));
    expect(kept.value.get('people-domains')).toBe('acme.con');
  });
});

describe('keys', () => {
  it('make entries, and lead among them', async () => {
    open();
    input().focus();
    type('ann@acme.com ');
    await eventually(() => expect(chips()).toEqual(['ann@acme.com']));
    expect(input().value).toBe('');
    type('bo@acme.com');
    press('Enter');
    await eventually(() => expect(chips()).toHaveLength(2));
    type('not one');
    press('Enter');
    await eventually(() => expect(chips()).toEqual(['ann@acme.com', 'bo@acme.com', 'wrong: not one']));
    expect(make, 'Enter in the field invites nobody').not.toHaveBeenCalled();
    press('Backspace');
    expect(document.activeElement).toBe(button('Remove not one'));
    press('ArrowLeft');
    expect(document.activeElement).toBe(button('Remove bo@acme.com'));
    press('Home');
    expect(document.activeElement).toBe(button('Remove ann@acme.com'));
    press('Delete');
    await eventually(() => expect(chips()).toEqual(['bo@acme.com', 'wrong: not one']));
    expect(document.activeElement).toBe(button('Remove bo@acme.com'));
    press('End');
    expect(document.activeElement).toBe(input());
  });

  it('what is typed at an entry goes on in the input', () => {
    open('ann@acme.com\n');
    const keyAt = (key: string, how: KeyboardEventInit = {}) => {
      input().focus();
      press('Backspace');
      const remove = button('Remove ann@acme.com');
      expect(document.activeElement).toBe(remove);
      const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, ...how});
      remove.dispatchEvent(event);
      expect(event.defaultPrevented, `the browser types “${key}”`).toBe(false);
      return document.activeElement === input();
    };
    expect(['b', 'é', '@', 'Dead'].map(key => keyAt(key))).toEqual([true, true, true, true]);
    expect(keyAt('v', {ctrlKey: true}), 'pastes').toBe(true);
    expect(keyAt('@', {ctrlKey: true, altKey: true}), 'AltGr').toBe(true);
    expect([' ', 'Enter', 'Tab', 'Shift', 'F9'].map(key => keyAt(key))).toEqual([false, false, false, false, false]);
    expect(keyAt('c', {ctrlKey: true})).toBe(false);
    expect(chips()).toEqual(['ann@acme.com']);
  });

  it('the input comes into sight where somebody is added, and at no other time', async () => {
    open('ann@acme.com\nbob@acme.con\n');
    input().focus();
    const scroll = vi.spyOn(input(), 'scrollIntoView');
    type('no entry yet');
    row.value = {...row.value, busy: true};
    await eventually(() => expect(send().textContent).toBe('Inviting…'));
    kept.value = new Map([['people', 'ann@acme.com\nbob@acme.con\nfrom@another.tab\n']]);
    await eventually(() => expect(chips()).toHaveLength(3));
    expect(scroll).not.toHaveBeenCalled();
    type('bo@acme.com ');
    await eventually(() => expect(chips()).toHaveLength(4));
    expect(scroll).toHaveBeenCalledOnce();
    paste('cy@acme.com, di@acme.com');
    await eventually(() => expect(chips()).toHaveLength(6));
    expect(scroll).toHaveBeenCalledTimes(2);
    type('el@acme.com');
    press('Enter');
    await eventually(() => expect(chips()).toHaveLength(7));
    expect(scroll).toHaveBeenCalledTimes(3);
  });

  it('what they led to among the accounts stays so when GitLab finds more', async () => {
    const users = ['gibb', 'gibbons'].map((username, index) => ({
      id: index + 7,
      name: username,
      username,
      avatar_url: null,
    }));
    const [gibb] = users;
    ask.mockResolvedValueOnce([gibb]).mockResolvedValueOnce([...users].reverse());
    open();
    input().focus();
    const shown = () =>
      [...document.querySelectorAll('[role="option"]')].map(
        option => `${option.getAttribute('aria-selected')} ${option.id}`,
      );
    type('gib');
    await eventually(() => expect(shown()).toHaveLength(1));
    type('gibb');
    press('ArrowDown');
    await eventually(() => expect(shown()).toEqual(['false invite-people-option-0', 'true invite-people-option-1']));
    press('Enter');
    await eventually(() => expect(chips()).toEqual(['@gibb']));
  });

  it('what is wrong is edited in the input', async () => {
    open('jane@acme\n');
    button('Edit jane@acme').click();
    await eventually(() => expect(input().value).toBe('jane@acme'));
    expect(chips()).toEqual([]);
    expect(document.activeElement).toBe(input());
  });

  it('an address that is typed counts before it is an entry', async () => {
    open();
    type('ann@acme.com');
    await eventually(() => expect(send().textContent).toBe('Invite 1 person'));
  });
});

describe('whom GitLab does not take', () => {
  const refusal = said('apply.failedFor', 'ann@acme.com', 'Not allowed.');

  it('stays with the reason, and is tried again alone', async () => {
    open(`${four}\n`);
    make.mockImplementation(async () => {
      row.value = {...row.value, left: [refusal], done: {id: 'a'}} as unknown as Row;
      return {isMade: true, entry: {id: 'a'}, left: [refusal]} as unknown as Made;
    });
    send().click();
    await eventually(() => expect(chips()).toEqual(['wrong: ann@acme.com']));
    expect(document.querySelector('.chip .where')?.textContent).toBe('Not allowed.');
    const result = document.querySelector('section[aria-label="Result"]');
    expect(result?.textContent).toContain('3 of 4 people invited.');
    expect(result?.textContent, 'it stands beside the person').not.toContain('Not allowed.');
    expect(document.activeElement).toBe(result);
    expect(send().textContent).toBe('Retry 1 person');
    type('new@acme.com ');
    await eventually(() => expect(send().textContent).toBe('Invite 1 person'));
    make.mockResolvedValue({isMade: true, entry: undefined, left: []});
    button('Retry ann@acme.com').click();
    await eventually(() => expect(chips()).toEqual(['new@acme.com']));
    expect(make.mock.lastCall?.[1]).toMatchObject({mails: ['ann@acme.com'], users: []});
  });

  it.each([
    said('apply.memberNotChanged', 'bo@acme.com', 50),
    said('apply.roleGivenBack', 'Bo', 50, 30),
    said('apply.roleNotGivenBack', 'Bo', 50, 30, said('gitlab.notUnderstood')),
  ])('is not counted as invited where somebody was a member: $text', async left => {
    open(`${four}, x@acme.com\n`);
    make.mockResolvedValue({isMade: true, entry: {id: 'a'}, left: [left, refusal]} as unknown as Made);
    row.value = {...row.value, done: {id: 'a'}} as unknown as Row;
    send().click();
    await eventually(() =>
      expect(document.querySelector('section[aria-label="Result"]')?.textContent).toContain('3 of 5'),
    );
  });

  it('is told where nobody was taken', async () => {
    open('ann@acme.com\n');
    const problem = {kind: 'invalid', words: refusal, advice: said('gitlab.notUnderstood')} as const;
    make.mockImplementation(async () => {
      row.value = {...row.value, problem} as unknown as Row;
      return {isMade: false, problem} as unknown as Made;
    });
    send().click();
    await eventually(() => expect(chips()).toEqual(['wrong: ann@acme.com']));
    const result = document.querySelector('section[aria-label="Result"]');
    expect(result?.textContent).toBe('No one was invited.');
    expect(document.activeElement).toBe(result);
  });
});
