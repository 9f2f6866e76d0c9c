import {describe, expect, it} from 'vitest';
import type {Change} from '../../../src/changes/change.ts';
import {
  entryFor,
  type Journal,
  sentEntry,
  withEntry,
  withoutEntry,
  withoutSent,
  withSettled,
  withUndone,
} from '../../../src/changes/journal.ts';
import {journalAsMarkdown} from '../../../src/changes/journal-markdown.ts';
import {said} from '../../../src/texts/said.ts';
import {told} from '../../told.ts';

const change: Change = {kind: 'project-name', projectId: 1, from: 'A | B', to: 'C'};
const undo: Change = {...change, from: 'C', to: 'A | B'};
const about = {id: '1', at: '2026-11-20T10:30:00.000Z', by: 'Dana', where: 'g/p', check: 'name'};
const entry = entryFor(change, {undo}, about);

describe('the journal', () => {
  it('has what was done in words, and what takes it back', () => {
    expect(told(entry)).toMatchObject({what: 'Rename the project', before: 'A | B', after: 'C', undo, undone: false});
    expect(entryFor(change, {undo: undefined}, about)).not.toHaveProperty('undo');
  });

  it('takes the undo of no older entry for a change that is being sent: it goes when that is known', () => {
    const files = [{path: 'README.md', from: '', to: 'x'.repeat(1_100_000), lastCommitId: 'a'}];
    const commit: Change = {kind: 'commit', projectId: 1, branch: 'main', message: 'Fill in', files};
    const sent = sentEntry(entryFor(commit, {undo: undefined}, {...about, id: '2'}), commit);
    expect(withEntry([entry], sent)[1]).toHaveProperty('undo');
  });

  it('loses the oldest entries, wherever they stand: those that were taken in stand last', () => {
    const of = (count: number, at: string, id: string) =>
      Array.from({length: count}, (_, index) => ({...entry, at, id: `${id}${index}`}));
    const old = of(150, '2026-11-01T00:00:00.000Z', 'old');
    const journal = withEntry([...old, ...of(150, '2026-11-10T00:00:00.000Z', 'new')], entry);
    expect(journal).toHaveLength(200);
    expect(journal.filter(({id}) => id.startsWith('new'))).toHaveLength(150);
    expect(journal.filter(({undo}) => undo !== undefined)).toHaveLength(200);
  });

  it('has no entry of what was not made, but for what is there of it', () => {
    const sent = sentEntry(entry, change);
    expect(withoutSent([sent], '1', [])).toEqual([]);
    const left = [said('apply.branchRemains', 'b')];
    const [told] = withoutSent([sent], '1', left);
    expect(told).toEqual({...entry, undo: undefined, undone: true, left});
    expect(told).not.toHaveProperty('sent');
  });

  it('has the latest first, and marks what was taken back', () => {
    const journal = withEntry(withEntry([], entry), {...entry, id: '2'});
    expect(journal.map(({id}) => id)).toEqual(['2', '1']);
    expect(withUndone(journal, '1').map(({undone}) => undone)).toEqual([false, true]);
  });

  it('stays within what a browser keeps: the oldest lose their undo first, then go', () => {
    const picture: Change = {
      kind: 'avatar',
      projectId: 1,
      from: null,
      to: {name: 'a.png', base64: 'x'.repeat(300_000)},
    };
    let journal: Journal = [];
    for (let index = 0; index < 250; index += 1) {
      journal = withEntry(journal, entryFor(picture, {undo: picture}, {...about, id: String(index)}));
    }
    expect(journal).toHaveLength(200);
    expect(journal.map(({undo: kept}) => kept !== undefined).slice(0, 5)).toEqual([true, true, true, false, false]);
    expect(JSON.stringify(journal).length).toBeLessThan(1_100_000);
    const huge: Change = {kind: 'avatar', projectId: 1, from: null, to: {name: 'a', base64: 'x'.repeat(500_000)}};
    expect(entryFor(huge, {undo: huge}, about)).not.toHaveProperty('undo');
  });
});

it('what is to be known of an undo stands with what was to be known of the change, each once', () => {
  const refused = () => said('apply.failedFor', 'Ann', said('gitlab.denied'));
  const journal = withEntry([], {...entryFor(change, {undo}, about), left: [refused()]});
  const [undone] = withUndone(journal, about.id, [said('apply.personStays', 'Bo'), refused()]);
  expect(told(undone)).toMatchObject({
    undone: true,
    left: ['Ann: Your role doesn’t allow this.', 'Someone changed the role of Bo in the meantime. Undo keeps that.'],
  });
  expect(withUndone(withEntry([], entryFor(change, {undo}, about)), about.id)[0]).not.toHaveProperty('left');
});

describe('an entry for a change that was sent', () => {
  const sent = sentEntry(entryFor(change, {undo}, about), change);

  it('says so until it is settled, and then has what takes it back', () => {
    const journal = withEntry([], sent);
    expect(journal[0]).toMatchObject({sent: change, undo});
    expect(withSettled(journal, sent.id, {undo})).toEqual([entryFor(change, {undo}, about)]);
    expect(withSettled(journal, sent.id, {undo: undefined})[0]).not.toHaveProperty('undo');
  });

  it('says what of it did not work, which is copied too', () => {
    const left = [said('changes.notDone', ['agenda'])];
    const [settled = sent] = withSettled(withEntry([], sent), sent.id, {undo, left});
    expect(settled).toEqual(entryFor(change, {undo, left}, about));
    expect(journalAsMarkdown([settled])).toContain('B → C, Not done: agenda.');
  });

  it('is one entry with the end that follows it', () => {
    expect(withEntry(withEntry([], sent), entryFor(change, {undo}, about))).toEqual([entryFor(change, {undo}, about)]);
  });

  it('goes where nothing was done', () => {
    expect(withoutEntry(withEntry([], sent), sent.id)).toEqual([]);
  });
});
