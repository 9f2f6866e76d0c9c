// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {expect, it} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import type {Finding, Fix} from '../../../../src/customer/checks/check.ts';
import {said} from '../../../../src/texts/said.ts';
import {formsOf, type OpenForm} from '../../../../src/ui/checklist/open-form.ts';
import {openFirst} from '../../../../src/ui/flows/open-first.ts';

const form = (name: 'files' | 'note' | 'search', role?: number): Fix => ({
  kind: 'form',
  label: said('texts.asKept', name),
  form: name,
  ...(role === undefined ? {} : {role}),
});
const tick: Fix = {kind: 'tick', label: said('customer.tickOff')};
const change = {kind: 'change', label: said('customer.nameAdd'), change: {}} as Fix;

/** A row that needs somebody. */
const row = (id: string, more: Partial<Finding>): Row =>
  ({
    check: {id},
    finding: {verdict: 'todo', evidence: said('texts.asKept', ''), ...more},
    busy: false,
    isInPlaybook: true,
    left: [],
  }) as unknown as Row;

const checklistOf = (rows: readonly Row[]) =>
  ({
    rows: signal(rows),
    endedBy: signal(undefined),
    playbook: signal(undefined),
    lacksRole: (fix: Fix) => (fix.kind === 'form' && fix.role === 40 ? {needed: 40, own: 30} : undefined),
  }) as unknown as Checklist;

it.each<[string, readonly Row[], OpenForm | undefined]>([
  [
    'a form of its own',
    [row('readme', {fix: form('files')}), row('name', {fix: form('note')})],
    {row: 'readme', form: 'files'},
  ],
  [
    'a word of a person, with what helps to decide',
    [row('pre-sales', {fix: tick, others: [form('note'), form('search')]})],
    {row: 'pre-sales', form: 'search'},
  ],
  ['a word of a person alone', [row('maintainers', {fix: tick, others: [form('note')]})], undefined],
  ['a form for which the role is too low', [row('readme', {fix: form('files', 40)})], undefined],
  ['a change', [row('name', {fix: change, others: [form('search')]})], undefined],
  ['what waits for another item', [row('readme', {fix: form('files'), waitsFor: 'location'})], undefined],
  ['nothing', [], undefined],
])('opens what needs somebody first: %s', (_what, rows, expected) => {
  const checklist = checklistOf(rows);
  openFirst(checklist);
  expect(formsOf(checklist).open.value).toEqual(expected);
});

it('leaves open what is open', () => {
  const checklist = checklistOf([row('readme', {fix: form('files')})]);
  formsOf(checklist).open.value = {row: 'name', form: 'name'};
  openFirst(checklist);
  expect(formsOf(checklist).open.value).toEqual({row: 'name', form: 'name'});
});
