import {signal} from '@preact/signals-core';
import {expect, it} from 'vitest';
import type {JournalEntry} from '../../../src/changes/journal.ts';
import {createOldOnPage} from '../../../src/checklist/old-on-page.ts';
import type {FactSheet} from '../../../src/facts/facts.ts';
import {errorOfKind, problemOf} from '../../../src/gitlab/errors.ts';

const known = (name: string, visibility: string, text?: string) =>
  ({
    project: {state: 'known', value: {name, visibility}},
    ...(text !== undefined && {readme: {state: 'known', value: {kind: 'text', path: 'README.md', text}}}),
  }) as unknown as FactSheet;

it('tells what the page shows as it was, until that is so again', () => {
  const facts = signal<FactSheet>({});
  const dones = signal<ReadonlyMap<string, JournalEntry>>(new Map());
  const old = createOldOnPage('project', facts, dones);
  expect(old.value).toEqual([]);
  facts.value = known('Acme', 'public');
  expect(old.value).toEqual([]);
  // What is read later is as old as the page.
  facts.value = known('Acme', 'public', '# [NAME]');
  expect(old.value).toEqual([]);
  facts.value = known('Acme Collaboration', 'private', '# Acme');
  expect(old.value).toEqual(['name', 'visibility', 'readme']);
  facts.value = known('Acme', 'private', '# Acme');
  expect(old.value).toEqual(['visibility', 'readme']);
  dones.value = new Map([['avatar', {} as JournalEntry]]);
  expect(old.value).toEqual(['visibility', 'logo', 'readme']);
  dones.value = new Map();
  facts.value = known('Acme', 'public', '# [NAME]');
  expect(old.value).toEqual([]);
});

it('says nothing of what cannot be read', () => {
  const facts = signal<FactSheet>(known('Acme', 'public', '# Acme'));
  const old = createOldOnPage('project', facts, signal(new Map()));
  const problem = problemOf(errorOfKind('offline'));
  facts.value = {project: {state: 'failed', problem}, readme: {state: 'failed', problem}};
  expect(old.value).toEqual([]);
  facts.value = known('Acme 2', 'public');
  expect(old.value).toEqual(['name']);
});

it('is for a group’s page too', () => {
  const group = (name: string) =>
    ({group: {state: 'known', value: {name, visibility: 'private'}}}) as unknown as FactSheet;
  const facts = signal<FactSheet>(group('Acme'));
  const old = createOldOnPage('group', facts, signal(new Map()));
  facts.value = group('Acme Inc.');
  expect(old.value).toEqual(['name']);
});

it('takes the customer’s group for nothing that a project’s page shows, whichever is read first', () => {
  const group = {group: {state: 'known', value: {name: 'Acme', visibility: 'private'}}} as unknown as FactSheet;
  const facts = signal<FactSheet>(group);
  const old = createOldOnPage('project', facts, signal(new Map()));
  facts.value = {...group, ...known('Acme Collaboration', 'public')};
  expect(old.value).toEqual([]);
});
