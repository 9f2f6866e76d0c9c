import {describe, expect, it} from 'vitest';
import {settleSent} from '../../src/apply/settling.ts';
import type {Change} from '../../src/changes/change.ts';
import {entryFor, type Journal, sentEntry, withUndoSent} from '../../src/changes/journal.ts';
import {meansOf} from './means.ts';
import {globex, initech, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const start = '2026-11-20T10:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(start) + seconds * 1_000).toISOString();

/** What the journal has of its one entry after a page was loaded. @param seconds after it was sent */
async function lookedAt(journal: Journal, seconds: number): Promise<Journal> {
  let kept = journal;
  const keep = async (step: (journal: Journal) => Journal) => {
    kept = step(kept);
    return undefined;
  };
  await settleSent(meansOf(server), kept, after(seconds), {keep, underWay: new Set()});
  return kept;
}

const about = {id: '1', at: start, by: 'Dana Reyes', where: globex, check: 'visibility'};

/** A move that was made, by its undo. */
function moved(): Change {
  const project = world().project(initech);
  const group = world().addGroup({path: `${root}/emea/initech`, name: 'Initech'});
  const from = world().group(`${root}/pre-sales`);
  world().transfer(project, group);
  return {
    kind: 'move-back',
    projectId: project.id,
    from: {id: group.id, path: group.path},
    to: {id: from.id, path: from.path},
    wasCreated: false,
  };
}

describe('a change that was sent, and that GitLab has not made', () => {
  const entry = () => {
    const projectId = world().project(globex).id;
    const change: Change = {kind: 'project-visibility', projectId, from: 'public', to: 'private'};
    const undo: Change = {...change, from: 'private', to: 'public'};
    return sentEntry(entryFor(change, {undo}, about), change);
  };

  it('may still be made for as long as GitLab works on a request', async () => {
    const waiting = await lookedAt([entry()], 61);
    expect(waiting).toEqual([entry()]);
    world().project(globex).visibility = 'private';
    expect(await lookedAt(waiting, 70)).toMatchObject([{undone: false, undo: {to: 'public'}}]);
  });

  it('was not made after that', async () => {
    expect(await lookedAt([entry()], 121)).toEqual([]);
  });

  it('was not made where the clock was set back since', async () => {
    expect(await lookedAt([entry()], -121)).toEqual([]);
  });
});

describe('an undo that was sent, and that GitLab has not made', () => {
  it('is looked at again for as long as a transfer can take', async () => {
    const undo = moved();
    const change: Change = {
      kind: 'move',
      projectId: 1,
      from: `${root}/pre-sales`,
      segment: `${root}/emea`,
      group: {path: 'initech', name: 'Initech'},
      target: null,
    };
    const sent = withUndoSent([entryFor(change, {undo}, {...about, check: 'location'})], '1', after(600));
    const waiting = await lookedAt(sent, 1_800);
    expect(waiting).toEqual(sent);
    expect((await lookedAt(waiting, 600 + 3_601))[0]).not.toHaveProperty('undoSent');
    world().transfer(
      world().project(`${root}/emea/initech/initech-collaboration-project`),
      world().group(`${root}/pre-sales`),
    );
    const [back] = await lookedAt(waiting, 1_900);
    expect(back).toMatchObject({undone: true});
    expect(back).not.toHaveProperty('undoSentAt');
  });
});
