// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {render} from 'preact';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import {InviteForm} from '../../../../src/ui/forms/InviteForm.tsx';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';

const make = vi.fn();

/** The form with a list of people in it. */
function fill(people: string): void {
  const known = <T,>(value: T) => ({state: 'known', value}) as const;
  const user = {id: 1, name: 'Dana Reyes', username: 'dana', mails: ['dana@gitlab.com']};
  const checklist = {
    facts: signal({project: known({id: 12}), user: known(user), members: known([]), invitations: known([])}),
    texts: {all: signal(new Map([['people', people]])), load: async () => undefined, set: () => undefined},
    sources: {gitlab: {}, workspace: defaultWorkspace},
    make,
  } as unknown as Checklist;
  const row = {check: {id: 'members'}, busy: false} as Row;
  render(<InviteForm checklist={checklist} row={row} onDone={() => undefined} />, document.body);
}

const lines = () => [...document.querySelectorAll('.preview li')].map(({textContent}) => textContent);

beforeEach(() => make.mockReset());
afterEach(() => render(null, document.body));

it('names colleagues and oneself among those who are to be invited', () => {
  fill('ann@acme.example, Sam@GitLab.com, kim@gitlab.com, dana@gitlab.com');
  expect(lines()).toEqual([
    'As Developer: ann@acme.example, Sam@GitLab.com, kim@gitlab.com',
    'Look like team members, not customer contacts: Sam@GitLab.com, kim@gitlab.com. They’re invited all the same.',
    'dana@gitlab.com is you.',
  ]);
});

it('says nothing of colleagues where all are the customer’s', () => {
  fill('ann@acme.example');
  expect(lines()).toEqual(['As Developer: ann@acme.example']);
});
