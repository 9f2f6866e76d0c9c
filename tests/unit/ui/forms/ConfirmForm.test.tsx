// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Change} from '../../../../src/changes/change.ts';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import type {FactSheet} from '../../../../src/facts/facts.ts';
import {GitLabError} from '../../../../src/gitlab/errors.ts';
import type {Member} from '../../../../src/gitlab/model/model.ts';
import {said} from '../../../../src/texts/said.ts';
import {ConfirmForm} from '../../../../src/ui/forms/ConfirmForm.tsx';
import {eventually} from '../../../eventually.ts';

const dana = {id: 1, name: 'Dana Reyes', username: 'dana'};
const at = '2026-11-20T10:00:00.000Z';

function member(id: number, name: string, username: string, more: Partial<Member> = {}): Member {
  return {id, name, username, accessLevel: 30, createdAt: at, createdBy: dana.id, ...more} as Member;
}

/** What the question needs of a checklist. */
function storeWith(facts: FactSheet, gitlab: object = {}) {
  const undoEntry = vi.fn(async () => ({isMade: true, entry: undefined, left: []}));
  const texts = {all: signal(new Map()), load: async () => undefined, set: () => undefined};
  const checklist = {facts: signal(facts), texts, sources: {gitlab}, undoEntry} as unknown as Checklist;
  return {checklist, undoEntry};
}

function ask(checklist: Checklist, change: Change) {
  const row = {check: {id: 'row'}, busy: false} as Row;
  const nothing = () => undefined;
  render(
    <ConfirmForm
      checklist={checklist}
      row={row}
      change={change}
      undoes="1"
      onClose={nothing}
      onCancel={nothing}
      onDone={nothing}
    />,
    document.body,
  );
}

const shown = () => document.querySelector('.preview')?.textContent;
const button = () => document.querySelector<HTMLButtonElement>('button[type="submit"]');

afterEach(() => {
  render(null, document.body);
});

describe('the button', () => {
  const {checklist} = storeWith({});
  const rename: Change = {kind: 'project-name', projectId: 12, from: 'A', to: 'B'};
  const commit: Change = {
    kind: 'commit',
    projectId: 12,
    branch: 'main',
    message: 'Fill in the README and 2 issue templates (12 placeholders)',
    files: [],
  };

  it('says what the change does, where there is room for it', () => {
    ask(checklist, rename);
    expect(button()?.textContent).toBe('Rename the project');
    render(null, document.body);
    ask(checklist, commit);
    expect(button()?.textContent).toBe('Commit');
  });

  const wide: Change = {
    kind: 'move-back',
    projectId: 12,
    from: {id: 5, path: 'root/emea/acme'},
    to: {id: 6, path: 'root/pre-sales'},
    wasCreated: false,
    visibility: {from: 'private', to: 'public'},
  };
  it.each<[string, string, Change]>([
    ['Make the project public', 'danger', {kind: 'project-visibility', projectId: 12, from: 'private', to: 'public'}],
    ['Make the group internal', 'danger', {kind: 'group-visibility', groupId: 5, from: 'private', to: 'internal'}],
    ['Move back and make it public', 'danger', wide],
    ['Move the project back', 'confirm', {...wide, visibility: undefined}],
  ])('%s looks like what it is', (label, look, change) => {
    ask(checklist, change);
    expect([button()?.textContent, button()?.className]).toEqual([label, look]);
  });
});

describe('before an invitation is undone', () => {
  const change: Change = {
    kind: 'remove',
    projectId: 12,
    mails: ['ann@acme.example', 'bob@acme.example'],
    userIds: [3],
    names: {3: 'Gavin Belson (@gavin.belson)'},
    since: {'ann@acme.example': at, 'bob@acme.example': '2026-11-20T10:00:01.000Z'},
    accessLevel: 30,
  };
  const members = [
    member(2, 'Wile Coyote', 'wile.coyote'),
    member(3, 'Gavin Belson', 'gavin.belson', {accessLevel: 40}),
  ];

  it('it is said who accepted and who stays', async () => {
    const {checklist} = storeWith({
      user: {state: 'known', value: dana},
      members: {state: 'known', value: members},
      invitations: {state: 'known', value: []},
    });
    ask(checklist, change);
    const words = 'ann@acme.example accepted as Wile Coyote (@wile.coyote), who loses access.';
    await eventually(() => expect(shown()).toContain(words));
    expect(shown()).toContain(
      'Someone changed the role of Gavin Belson (@gavin.belson) in the meantime. Undo keeps that.',
    );
    expect(shown()).not.toContain('bob@acme.example accepted');
    expect(button()?.getAttribute('aria-disabled')).toBe('false');
  });

  it('nobody is left whose access it takes: that is said, and nothing is done', async () => {
    const {checklist, undoEntry} = storeWith({
      user: {state: 'known', value: dana},
      members: {state: 'known', value: [member(3, 'Gavin Belson', 'gavin.belson', {accessLevel: 40})]},
      invitations: {state: 'known', value: []},
    });
    ask(checklist, {...change, mails: []});
    await eventually(() => expect(shown()).toContain('Nothing is left to undo here.'));
    expect(button()?.getAttribute('aria-disabled')).toBe('true');
    button()?.click();
    expect(undoEntry).not.toHaveBeenCalled();
  });

  it('nothing is guessed where the members are not known', () => {
    ask(storeWith({user: {state: 'known', value: dana}}).checklist, change);
    expect(shown()).not.toContain('accepted');
    expect(button()?.getAttribute('aria-disabled')).toBe('false');
  });
});

describe('before a project is moved back', () => {
  const change: Change = {
    kind: 'move-back',
    projectId: 12,
    from: {id: 5, path: 'root/emea/acme'},
    to: {id: 6, path: 'root/pre-sales'},
    wasCreated: true,
  };
  const toby = member(4, 'Toby Ferrara', 'toby');
  const hank = member(7, 'Hank Scorpio', 'hank');
  const people = (project: unknown, group: unknown) => ({
    members: vi.fn(async () => []),
    everybody: vi.fn(async () => project),
    groupEverybody: vi.fn(async () => group),
  });

  it('it is said who gains and who loses access, and the button waits for that', async () => {
    let answer: (members: Member[]) => void = () => undefined;
    const gitlab = people(
      [hank],
      new Promise<Member[]>(resolve => {
        answer = resolve;
      }),
    );
    const {checklist, undoEntry} = storeWith({}, gitlab);
    ask(checklist, change);
    button()?.click();
    expect(shown()).toContain('Checking who loses and gains access…');
    expect([button()?.getAttribute('aria-disabled'), undoEntry.mock.calls.length]).toEqual(['true', 0]);
    answer([toby]);
    await eventually(() => expect(button()?.getAttribute('aria-disabled')).toBe('false'));
    expect(shown()).toContain('1 person loses the access inherited from root/emea/acme:Hank Scorpio (@hank)');
    expect(shown()).toContain(
      '1 person gains access or a higher role inherited from root/pre-sales:Toby Ferrara (@toby), Developer',
    );
    expect(gitlab.groupEverybody).toHaveBeenCalledExactlyOnceWith(6);
    button()?.click();
    await eventually(() => expect(undoEntry).toHaveBeenCalledOnce());
  });

  it('it is said where that could not be read, and the button waits', async () => {
    const gitlab = people([hank], []);
    gitlab.groupEverybody.mockRejectedValue(new GitLabError('offline', said('gitlab.offline')));
    ask(storeWith({}, gitlab).checklist, change);
    const words =
      'Couldn’t check who loses and gains access. Couldn’t reach GitLab. Check your connection, then try again.';
    await eventually(() => expect(shown()).toContain(words));
    expect(button()?.getAttribute('aria-disabled')).toBe('true');
  });
});
