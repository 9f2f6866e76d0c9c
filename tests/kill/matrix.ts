import type {Fault} from '../../sandbox/faults.ts';
import type {Means} from '../../src/apply/means.ts';
import {NotKept} from '../../src/browser/storage-error.ts';
import type {Journal} from '../../src/changes/journal.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import {said} from '../../src/texts/said.ts';
import {checklistOf, meansOf} from '../contract/means.ts';
import type {useSandbox} from '../contract/server.ts';
import {type Kind, kinds} from './kinds.ts';

type Server = ReturnType<typeof useSandbox>;

/** How a change ends otherwise than it should. */
interface Moment {
  /** What happens to the request that writes. */
  readonly fault: Omit<Fault, 'method' | 'path'>;
  /** Whether nothing can be read from then on, until the page is loaded anew. */
  readonly isDeaf?: boolean;
  /** Whether the page is left in the middle. */
  readonly isLeft?: boolean;
  /** Whether nothing can be kept from before it is sent, until the page is loaded anew: the storage is full, or the background gone. */
  readonly isMuteBefore?: boolean;
  /** Whether the extension's background is gone from then on, and nothing can be kept until the page is loaded anew. */
  readonly isMute?: boolean;
}

const html = '<html><body>Out of order</body></html>';

/** The moments at which a change is cut off. */
export const moments: Readonly<Record<string, Moment>> = {
  'nothing arrives': {fault: {drop: true}},
  'the answer is cut off': {fault: {drop: true, after: true}},
  'a proxy answers 502 for it': {fault: {status: 502, text: html, after: true}},
  'it is answered with half a page': {fault: {status: 200, text: '{"id": 12, "na', after: true}},
  'it is refused': {fault: {status: 403, body: {message: '403 Forbidden'}}},
  'the look after it fails': {fault: {until: async () => undefined}, isDeaf: true},
  'the answer is cut off, and so is the look': {fault: {drop: true, after: true}, isDeaf: true},
  'the page is left while it is answered': {fault: {after: true, drop: true}, isLeft: true},
  'the page is left before it arrives': {fault: {drop: true}, isLeft: true},
  'the background is gone when it arrives': {fault: {until: async () => undefined}, isMute: true},
  'the background is gone, and the answer is cut off': {fault: {drop: true, after: true}, isMute: true},
};

/** The moment that is no matter of the request: what is asked for twice is not sent then. */
export const mutedBefore = 'nothing can be kept before it is sent';

/** All that a change can change, as a text to compare. @param withLeftovers a group or a branch that was made for something that failed may stay */
export function stateOf({sandbox: {world}}: Server, withLeftovers: boolean): string {
  const {projects, notifications, labels} = world;
  const dana = world.user('dana');
  const there = projects.filter(({path}) => !path.includes('-deletion_scheduled-'));
  const isGone = (key: string) =>
    projects.some(project => !there.includes(project) && key.endsWith(`:project:${project.id}`));
  return JSON.stringify([
    there.map(({path, name, visibility, avatar, members, shares, invitations, issues, repository, mergeRequests}) => [
      path,
      name,
      visibility,
      avatar?.bytes.length,
      [...members],
      shares,
      invitations,
      issues,
      [...repository.files].map(([file, {content}]) => [file, new TextDecoder().decode(content)]),
      mergeRequests.filter(({state}) => state === 'opened').length,
      withLeftovers && [...repository.branches.keys()],
    ]),
    world.groups
      .filter(
        ({path, markedForDeletionOn}) => markedForDeletionOn === null && (withLeftovers || path.includes('globex')),
      )
      .map(({path, visibility}) => [path, visibility]),
    [...notifications].filter(([key, {level}]) => level !== 'global' && !isGone(key)),
    labels.flatMap(label =>
      there.filter(project => world.isSubscribed(dana, label, project)).map(({path}) => [label.id, path]),
    ),
  ]);
}

/** What became of one kind at one moment. */
export interface Killed {
  /** Whether GitLab did it. */
  readonly isDone: boolean;
  /** What the journal says after the page was loaded anew. */
  readonly says: 'done' | 'nothing' | 'not known';
  /** What came of taking it back. */
  readonly undo: 'is as before' | 'is not as before' | 'none' | 'refused';
}

const later = (minutes: number) => new Date(Date.parse('2026-11-20T10:00:00.000Z') + minutes * 60_000).toISOString();

/** Minutes after which nothing that was sent can still be under way. */
const longAfter = 70;

function named(kindName: string, momentName: string): {kind: Kind; moment: Moment} {
  const kind = kinds[kindName];
  const moment =
    momentName === mutedBefore ? {fault: {until: async () => undefined}, isMuteBefore: true} : moments[momentName];
  if (!kind || !moment) throw new Error(`There is no ${kindName} or ${momentName}`);
  return {kind, moment};
}

function rowOf(store: Checklist, id: string) {
  const row = store.rows.value.find(({check}) => check.id === id);
  if (row === undefined) throw new Error(`There is no row ${id}`);
  return row;
}

/** The page of a project, by its id: after a move it stands under another address. */
async function openedAt(
  server: Server,
  projectId: number,
  journal: {entries: Journal},
  minutes: number,
  means = meansOf(server),
): Promise<Checklist> {
  const project = server.sandbox.world.projects.find(({id}) => id === projectId);
  if (project === undefined) throw new Error(`There is no project ${projectId}`);
  const store = checklistOf(project.path, means, journal, later(minutes));
  await store.refresh();
  return store;
}

/** What a page has until it is left, after which nothing goes on there, and until the background is gone, after which it keeps nothing. */
interface Mortal {
  readonly means: Means;
  readonly journal: {entries: Journal};
  readonly leave: () => void;
  readonly mute: () => void;
}

function mortal(server: Server, entries: Journal): Mortal {
  let isLeft = false;
  let isMute = false;
  let kept = entries;
  return {
    means: meansOf(server, 'dana', () => isLeft),
    journal: {
      get entries() {
        return kept;
      },
      set entries(next) {
        if (isMute) throw new NotKept(said('browser.noAnswer'));
        kept = next;
      },
    },
    leave() {
      isLeft = true;
    },
    mute() {
      isMute = true;
    },
  };
}

/** Does something on a page, during which requests end otherwise than they should. */
async function cutOff(
  server: Server,
  request: {readonly method: string; readonly path: RegExp},
  {fault, isDeaf = false, isLeft = false, isMute = false, isMuteBefore = false}: Moment,
  {leave, mute}: Mortal,
  act: () => Promise<unknown>,
): Promise<void> {
  const {faults} = server.sandbox;
  const ends: (() => void)[] = [];
  const arrived = new Promise<void>(resolve => {
    const meanwhile = () => {
      if (isDeaf) ends.push(faults.add({method: 'GET', path: /./, drop: true}));
      if (isLeft) leave();
      if (isMute) mute();
      resolve();
    };
    ends.push(faults.add({...fault, ...request, times: isLeft ? 1 : Number.POSITIVE_INFINITY, meanwhile}));
  });
  if (isMuteBefore) mute();
  const running = act();
  await (isLeft ? arrived : running);
  // Carried out in the same turn in which it arrived.
  await new Promise(resolve => setImmediate(resolve));
  for (const end of ends) end();
}

/** Makes a change and cuts it off; loads the page anew, and takes back what the journal says. */
export async function kill(server: Server, kindName: string, momentName: string): Promise<Killed> {
  const {kind, moment} = named(kindName, momentName);
  const projectId = server.sandbox.world.project(kind.path).id;
  const change = await kind.change(server.sandbox.world, meansOf(server).gitlab);
  const before = stateOf(server, false);
  const page = mortal(server, []);
  const store = await openedAt(server, projectId, page.journal, 0, page.means);
  const {check} = rowOf(store, kind.row);
  await cutOff(server, {method: kind.method, path: kind.request}, moment, page, () => store.make(check, change));
  // What a page that was left goes on to say is no longer heard.
  const kept = {entries: page.journal.entries};
  const isDone = stateOf(server, false) !== before;
  const anew = await openedAt(server, projectId, kept, longAfter);
  const [entry] = kept.entries;
  // One that is marked as taken back tells what is there of a change that was not made.
  const isNone = entry === undefined || entry.undone;
  const says = isNone ? 'nothing' : entry.sent === undefined ? 'done' : 'not known';
  if (entry?.undo === undefined || says !== 'done') return {isDone, says, undo: 'none'};
  if (!(await anew.undoEntry(entry)).isMade) return {isDone, says, undo: 'refused'};
  return {isDone, says, undo: stateOf(server, false) === before ? 'is as before' : 'is not as before'};
}

/** Makes a change, and cuts off what takes it back; loads the page anew, and takes back what the journal says. */
export async function killUndo(server: Server, kindName: string, momentName: string): Promise<Killed> {
  const {kind, moment} = named(kindName, momentName);
  const projectId = server.sandbox.world.project(kind.path).id;
  const journal: {entries: Journal} = {entries: []};
  const change = await kind.change(server.sandbox.world, meansOf(server).gitlab);
  const before = stateOf(server, true);
  const store = await openedAt(server, projectId, journal, 0);
  if (!(await store.make(rowOf(store, kind.row).check, change)).isMade) throw new Error(`${kindName} was not made`);
  const [made] = journal.entries;
  if (made?.undo === undefined) throw new Error(`${kindName} has no undo`);
  const page = mortal(server, journal.entries);
  const open = await openedAt(server, projectId, page.journal, 2, page.means);
  await cutOff(server, {method: kind.undoMethod ?? 'PUT', path: /./}, moment, page, () => open.undoEntry(made));
  const kept = {entries: page.journal.entries};
  const isDone = stateOf(server, true) === before;
  const anew = await openedAt(server, projectId, kept, longAfter);
  const [entry] = kept.entries;
  const says = entry?.undoSent ? 'not known' : entry?.undone ? 'done' : 'nothing';
  if (entry === undefined || says !== 'nothing') return {isDone, says, undo: 'none'};
  if (!(await anew.undoEntry(entry)).isMade) return {isDone, says, undo: 'refused'};
  return {isDone, says, undo: stateOf(server, true) === before ? 'is as before' : 'is not as before'};
}

/** Whether the journal says what GitLab's state says, and what takes it back does so. */
export function isRight(kindName: string, {isDone, says, undo}: Killed): boolean {
  const kind = kinds[kindName];
  if (says === 'not known') return false;
  if (!isDone) return says === 'nothing' && undo === 'none';
  return says === 'done' && undo === (kind?.isFinal ? 'none' : 'is as before');
}

/** The same of what takes a change back: where it was not done, it works the next time. */
export function isUndoRight({isDone, says, undo}: Killed): boolean {
  return isDone ? says === 'done' : says === 'nothing' && undo === 'is as before';
}
