// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {type ComponentType, render} from 'preact';
import {afterEach, expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import type {FactSheet} from '../../../../src/facts/facts.ts';
import {errorOfKind, problemOf} from '../../../../src/gitlab/errors.ts';
import {AvatarForm} from '../../../../src/ui/forms/AvatarForm.tsx';
import type {FormProps} from '../../../../src/ui/forms/form.ts';
import {InviteForm} from '../../../../src/ui/forms/InviteForm.tsx';
import {NameForm} from '../../../../src/ui/forms/NameForm.tsx';
import {PeopleForm} from '../../../../src/ui/forms/PeopleForm.tsx';
import {RolesForm} from '../../../../src/ui/forms/RolesForm.tsx';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';
import {eventually} from '../../../eventually.ts';
import {acme} from './acme.ts';

vi.mock('webextension-polyfill', async () => ({default: (await import('../../browser/fake-browser.ts')).fakeBrowser}));

const known = <T,>(value: T) => ({state: 'known', value});
const ann = {id: 7, name: 'Ann Lee', username: 'ann', accessLevel: 30, kind: 'person'};

let root: HTMLElement;
afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

it.each<[string, ComponentType<FormProps>]>([
  ['the logo', AvatarForm],
  ['invitations', InviteForm],
  ['the name', NameForm],
  ['who is who', PeopleForm],
  ['roles', RolesForm],
])('the open form of %s stays as it is while nothing can be told', async (_what, Form) => {
  const told = {
    project: known(acme),
    members: known([ann]),
    invitations: known([]),
    colleagues: known(new Set()),
    sides: known(new Map()),
    user: known({id: 9, name: 'Dana', username: 'dana', mails: []}),
  } as unknown as FactSheet;
  const facts = signal(told);
  const checklist = {
    facts,
    sources: {gitlab: {}, workspace: defaultWorkspace},
    texts: {
      all: signal(new Map([['people', 'ben@acme.example\n']])),
      load: async () => undefined,
      set: () => undefined,
    },
    beside: signal(new Map()),
  } as unknown as Checklist;
  const row = {check: {id: 'some'}, busy: false, left: []} as unknown as Row;
  const Shown = () => (
    <div data-state={facts.value.project?.state}>
      <Form checklist={checklist} row={row} onDone={() => undefined} />
    </div>
  );
  root = document.body.appendChild(document.createElement('div'));
  render(<Shown />, root);
  const form = () => root.querySelector('.form')?.outerHTML;
  const before = form();
  expect(before).toBeDefined();
  expect(root.querySelector('input, textarea, select')).not.toBeNull();
  const problem = problemOf(errorOfKind('signed-out'));
  facts.value = Object.fromEntries(Object.keys(told).map(name => [name, {state: 'failed', problem}]));
  await eventually(() => expect(root.querySelector('[data-state="failed"]')).not.toBeNull());
  expect(form()).toBe(before);
});
