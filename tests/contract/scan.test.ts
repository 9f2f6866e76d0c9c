import {describe, expect, it} from 'vitest';
import {addCustomers, defects, openRowsOf} from '../../sandbox/many.ts';
import {projectChecks} from '../../src/customer/checks/index.ts';
import {gatherProject} from '../../src/customer/reading/gather.ts';
import type {CustomerResult} from '../../src/customers/result.ts';
import {scan} from '../../src/customers/scan.ts';
import type {FactName, FactSheet, ProjectFacts} from '../../src/facts/facts.ts';
import {type CustomerRecord, emptyRecord} from '../../src/facts/record.ts';
import {createDetailsReader} from '../../src/gitlab/batch/details.ts';
import {createWaitingReader} from '../../src/gitlab/batch/waiting.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {customers, mutationWorld} from '../mutation/worlds.ts';
import {doorOf, signInInstead, sourcesOf, transportOf} from './means.ts';
import {acme, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
/** A minute ago: some of the demo's customers are a few days old, on whatever day this runs. */
const now = new Date(Date.now() - 60_000).toISOString();
const hour = 3_600_000;
/** Date and time (ISO), so many hours after that. */
const hoursLater = (hours: number) => new Date(Date.parse(now) + hours * hour).toISOString();

interface Scanned {
  /** What was listed, from the first page on. */
  readonly lists: readonly (readonly CustomerResult[])[];
  readonly listed: readonly CustomerResult[];
  readonly results: ReadonlyMap<string, CustomerResult>;
  readonly refusal: string | undefined;
  readonly partly: number;
  readonly requests: number;
}

async function scanned(
  known: ReadonlyMap<number, CustomerResult> = new Map(),
  {
    path = root,
    stopAfter = Infinity,
    readAgainBefore = hoursLater(-7 * 24),
    user = 'dana',
    records = new Map<number, CustomerRecord>(),
    pageUser = 'dana',
    withGone = false,
    clock = () => performance.now(),
    results = new Map<string, CustomerResult>(),
    lists = [] as (readonly CustomerResult[])[],
    tellings = [] as number[],
  } = {},
): Promise<Scanned> {
  const {id, name, username} = world().user(pageUser);
  server.sandbox.log.length = 0;
  const sources = sourcesOf(doorOf(server, user));
  const {refusal, partly} = await scan({
    sources: {
      ...sources,
      notebook: {
        ...sources.notebook,
        record: async project => records.get(project) ?? emptyRecord,
        records: async () => records,
      },
      pageUser: {id, name, username},
    },
    readDetails: createDetailsReader(server.sandbox.origin, transportOf(server, user)),
    readWaiting: createWaitingReader(server.sandbox.origin, transportOf(server, user)),
    path,
    known,
    readAgainBefore,
    withGone,
    now: () => now,
    clock,
    breathe: async () => undefined,
    watch: {
      onListed: customers => lists.push(customers),
      onResults(some) {
        tellings.push(some.length);
        for (const result of some) results.set(result.path, result);
      },
      isStopped: () => results.size >= stopAfter,
    },
  });
  return {lists, listed: lists.at(-1) ?? [], results, refusal, partly, requests: server.sandbox.log.length};
}

/** A clock on which a second passes between any two looks. */
function fastClock(): () => number {
  let now = 0;
  return () => {
    now += 1_000;
    return now;
  };
}

/** What a project's own page says. */
async function onItsPage(path: string, user = 'dana'): Promise<CustomerResult['findings']> {
  const names = new Set(projectChecks.flatMap(check => check.facts)) as ReadonlySet<FactName & keyof ProjectFacts>;
  const gathering = gatherProject(path, sourcesOf(doorOf(server, user)), names);
  const facts = Object.fromEntries(
    await Promise.all(Object.entries(gathering).map(async ([name, fact]) => [name, await fact])),
  ) as FactSheet;
  return Object.fromEntries(
    projectChecks.flatMap(check => {
      const finding = check.find(facts, defaultWorkspace);
      return finding ? [[check.id, {verdict: finding.verdict, evidence: finding.evidence}]] : [];
    }),
  );
}

/** Findings without what their rows show beside them: its own test is that of the last look. */
const asSaid = (findings: CustomerResult['findings']) =>
  Object.fromEntries(Object.entries(findings).map(([id, {shown: _, ...finding}]) => [id, finding]));

const asKnown = (results: ReadonlyMap<string, CustomerResult>) =>
  new Map([...results.values()].map(result => [result.id, result]));

describe('a scan', () => {
  it('says of each customer what its own page says', async () => {
    const {results, refusal} = await scanned();
    expect(refusal).toBeUndefined();
    expect(results.size).toBeGreaterThan(10);
    expect([...results.keys()].some(path => path.includes('/templates/'))).toBe(false);
    for (const [path, {findings}] of results) expect([path, asSaid(findings)]).toEqual([path, await onItsPage(path)]);
  });

  it('says of unusual customers what their own pages say', async () => {
    server.sandbox.reset(mutationWorld());
    const {results, refusal} = await scanned();
    expect(refusal).toBeUndefined();
    for (const path of Object.values(customers))
      expect([path, asSaid(results.get(path)?.findings ?? {})]).toEqual([path, await onItsPage(path)]);
    expect(results.get(customers.converted)?.findings.readme?.verdict).toBe('unknown');
    expect(results.get(customers.awaiting)?.findings.members?.verdict).toBe('fail');
  });

  it('finds the defects of sixty customers, each and no other', async () => {
    const paths = addCustomers(world(), 60);
    const {results} = await scanned();
    for (const [index, path] of paths.entries()) {
      const findings = results.get(path)?.findings ?? {};
      const verdicts = defects.map(id => [id, findings[id]?.verdict]);
      const open: readonly string[] = openRowsOf(index);
      expect([path, verdicts]).toEqual([path, defects.map(id => [id, open.includes(id) ? 'fail' : 'pass'])]);
      expect(findings.location?.verdict).toBe('pass');
      expect(findings.introduced?.verdict).toBe('todo');
    }
  });

  it('takes at most three requests for a customer, and none for one in which nothing changed', async () => {
    addCustomers(world(), 100);
    const first = await scanned();
    expect(first.requests / first.results.size).toBeLessThanOrEqual(3);
    const again = await scanned(asKnown(first.results));
    expect(again.results.size).toBe(0);
    expect(again.listed).toHaveLength(first.listed.length);
    expect(again.listed.every(({readAt}) => readAt === now)).toBe(true);
    expect(again.requests / again.listed.length).toBeLessThan(0.2);
  });

  it('tells together of all that one question who is signed in answers for', async () => {
    addCustomers(world(), 20);
    const tellings: number[] = [];
    // Time stands still: after the first customer nobody is asked until the end.
    const {results} = await scanned(new Map(), {clock: () => 0, tellings});
    expect(tellings).toEqual([1, results.size - 1]);
  });

  it('reads again what changed since, what is old, and what moved', async () => {
    const first = await scanned();
    world().commitFile(acme, 'README.md', '# [NAME]\n');
    const changed = await scanned(asKnown(first.results));
    expect([...changed.results.keys()]).toEqual([acme]);
    expect(changed.results.get(acme)?.findings.readme?.verdict).toBe('fail');
    const old = await scanned(asKnown(first.results), {readAgainBefore: hoursLater(14)});
    expect(old.results.size).toBe(first.results.size);
    world().transfer(world().project(acme), world().group(`${root}/apac/hooli`));
    const moved = await scanned(asKnown(first.results));
    expect([...moved.results.keys()]).toContain(`${root}/apac/hooli/acme-collaboration`);
  });

  it('takes what people said of a row before what was found, and reads again when they say something else', async () => {
    const id = world().project(acme).id;
    const remark = {by: 'Dana', at: now, note: 'Agreed.'};
    const first = await scanned();
    expect(first.results.get(acme)?.findings.labels?.verdict).toBe('pass');
    const record: CustomerRecord = {ticks: {introduced: remark}, waivers: {labels: remark}};
    const said = await scanned(asKnown(first.results), {records: new Map([[id, record]])});
    expect([...said.results.keys()]).toEqual([acme]);
    expect(said.results.get(acme)?.findings).toMatchObject({
      labels: {verdict: 'waived'},
      introduced: {verdict: 'pass'},
    });
  });

  it('goes on where it stopped', async () => {
    addCustomers(world(), 30);
    const whole = await scanned();
    const part = await scanned(new Map(), {stopAfter: 4, clock: fastClock()});
    expect(part.results.size).toBeLessThan(whole.results.size);
    const rest = await scanned(asKnown(part.results));
    expect(rest.results.size + part.results.size).toBe(whole.results.size);
  });

  it.each<[string, () => void]>([
    [
      'GraphQL is switched off',
      () => {
        world().graphql.isOn = false;
      },
    ],
    ['GitLab does not know a field', () => world().graphql.missing.add('RepositoryBlob.oid')],
    [
      'GitLab refuses the complexity',
      () =>
        server.sandbox.faults.add({
          path: /^\/graphql$/,
          status: 200,
          body: {errors: [{message: 'Query has complexity of 301, which exceeds max complexity of 250'}]},
        }),
    ],
  ])('says the same one by one, and why, where %s', async (_name, arrange) => {
    const before = await scanned();
    arrange();
    const after = await scanned();
    expect(after.refusal).toBeDefined();
    expect([...after.results]).toEqual(expect.arrayContaining([...before.results]));
    expect(after.requests).toBeGreaterThan(before.requests);
  });

  it('loses no other where one goes away, may not be read, is empty or is large', async () => {
    world().addProject({path: `${root}/emea/acme/empty`, name: 'Acme Empty'});
    world().commitFile(acme, 'README.md', `# Acme\n\n${'word '.repeat(200_000)}\n`);
    server.sandbox.faults.add({
      path: /^\/graphql$/,
      times: 1,
      meanwhile: at => at.projects.splice(at.projects.indexOf(at.project(`${root}/apac/hooli/hooli-collaboration`)), 1),
    });
    const {results, listed} = await scanned();
    expect(results.size).toBe(listed.length);
    expect(results.get(`${root}/emea/acme/empty`)?.findings.readme?.verdict).toBe('fail');
    expect(results.get(acme)?.findings.readme?.verdict).toBe('pass');
    const gone = results.get(`${root}/apac/hooli/hooli-collaboration`)?.findings ?? {};
    expect(Object.values(gone).some(({verdict}) => verdict === 'unknown')).toBe(true);
  });

  it('takes half an answer for none: of GraphQL it asks one by one, of the list it says that it is no data', async () => {
    const whole = await scanned();
    const half = {times: 1, status: 200, text: '{"data": {"projects": {"nodes": [{"fullPath": "'};
    server.sandbox.faults.add({path: /^\/graphql$/, ...half});
    const {results, refusal} = await scanned();
    expect(refusal).toBe('Couldn’t read GitLab’s response.');
    expect([...results]).toEqual(expect.arrayContaining([...whole.results]));
    server.sandbox.faults.add({path: /\/projects$/, status: 200, text: '[{"id": 1, "na'});
    await expect(scanned(asKnown(whole.results))).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'Couldn’t read GitLab’s response.',
    });
  });

  it('of a user without a role in most of it says what GitLab tells, and of the rest that it is not known', async () => {
    addCustomers(world(), 20);
    world().addMember(acme, 'kim', 10);
    const {results} = await scanned(new Map(), {user: 'kim', pageUser: 'kim'});
    expect(results.size).toBeGreaterThan(0);
    for (const [path, {findings}] of results)
      expect([path, asSaid(findings)]).toEqual([path, await onItsPage(path, 'kim')]);
    expect(results.get(acme)?.findings.readme?.verdict).toBe('unknown');
  });

  it('of a group with no customer’s project lists none', async () => {
    const {results, listed, lists} = await scanned(new Map(), {path: `${root}/templates`});
    expect([results.size, listed, lists.length > 0]).toEqual([0, [], true]);
  });

  it('keeps what was known where GitLab cannot answer for a moment, and asks again', async () => {
    const first = await scanned();
    const end = server.sandbox.faults.add({path: /\/labels$/, status: 503});
    const troubled = await scanned(asKnown(first.results), {readAgainBefore: hoursLater(1)});
    const labelled = [...troubled.results.values()].filter(({isPartly}) => isPartly);
    expect(labelled.map(({path}) => path)).toContain(acme);
    expect(troubled.partly).toBe(labelled.length);
    for (const {id, findings} of labelled) expect(findings).toEqual(asKnown(first.results).get(id)?.findings);
    end();
    const again = await scanned(asKnown(troubled.results));
    expect([...again.results.keys()].sort()).toEqual(labelled.map(({path}) => path).sort());
    expect(again.partly).toBe(0);
  });

  it.each<[string, RegExp, {status: number; text?: string; body?: unknown}]>([
    ['a browser check of labels', /\/labels$/, {status: 403, text: '<html>Checking your browser</html>'}],
    ['a browser check of notifications', /\/notification_settings$/, {status: 403, text: '<html>Checking</html>'}],
    ['a sign-in in the answer’s place', /\/labels$/, {status: 200, text: '<html>Single sign-on</html>'}],
    ['a lock', /\/labels$/, {status: 409, body: {message: '409 Conflict: Resource lock'}}],
    ['a blocked network', /\/labels$/, {status: 403, text: 'Forbidden\n'}],
  ])('W7: trouble that passes never overwrites what is known, and is asked again: %s', async (_name, path, fault) => {
    const first = await scanned();
    const known = asKnown(first.results);
    const end = server.sandbox.faults.add({path, ...fault});
    const troubled = await scanned(known, {readAgainBefore: hoursLater(1)});
    const partly = [...troubled.results.values()].filter(({isPartly}) => isPartly);
    expect(partly.length).toBeGreaterThan(0);
    for (const {isPartly: _partly, ...result} of partly) expect(result).toEqual(known.get(result.id));
    end();
    const again = await scanned(asKnown(troubled.results));
    expect([...again.results.keys()].sort()).toEqual(partly.map(({path: at}) => at).sort());
    expect(again.partly).toBe(0);
  });

  it('W7: members that cannot be read for a moment leave whose customer it is', async () => {
    world().addMember(acme, 'dana', 30);
    const first = await scanned();
    world().graphql.isOn = false;
    server.sandbox.faults.add({path: /\/projects\/.+\/members$/, status: 403, text: '<html>Checking</html>'});
    const troubled = await scanned(asKnown(first.results), {readAgainBefore: hoursLater(1)});
    expect(first.results.get(acme)?.isMine).toBe(true);
    expect(troubled.results.get(acme)?.isMine).toBe(true);
  });

  it('knows whose customer it is by the README, too, and asks nothing more for that', async () => {
    const before = await scanned();
    world().commitFile(acme, 'README.md', '# Acme\n\nCustomer Success Manager: Dana Reyes (@dana)\n');
    const after = await scanned();
    expect([...before.results.values()].map(({isNamed}) => isNamed)).not.toContain(undefined);
    expect(before.results.get(acme)).toMatchObject({isMine: false, isNamed: false});
    expect(after.results.get(acme)).toMatchObject({isMine: false, isNamed: true});
    expect(after.requests).toBe(before.requests);
  });

  it('ends where the session ends in between, and takes that for no finding', async () => {
    server.sandbox.faults.add({path: /\/notification_settings$/, status: 401, body: {message: '401 Unauthorized'}});
    await expect(scanned()).rejects.toMatchObject({kind: 'signed-out'});
  });

  it('says so where somebody else is signed in by now, and lists nothing', async () => {
    await expect(scanned(new Map(), {user: 'robin', pageUser: 'dana'})).rejects.toMatchObject({kind: 'other-user'});
  });

  it.each([
    ['after each customer', fastClock],
    ['at the end', () => () => 0],
  ])('gives nothing that was read as somebody else who signed in meanwhile, asked %s', async (_when, clockOf) => {
    addCustomers(world(), 60);
    const {results: right} = await scanned();
    const results = new Map<string, CustomerResult>();
    let asked = 0;
    server.sandbox.faults.add({
      path: /^\/projects\/.+\/notification_settings$/,
      meanwhile() {
        asked += 1;
        if (asked === 40) signInInstead(server, 'robin');
      },
    });
    await expect(scanned(new Map(), {results, clock: clockOf()})).rejects.toMatchObject({
      kind: 'other-user',
      message: 'You’re signed in as robin now. This page was loaded for dana.',
    });
    expect(results.size).toBeGreaterThan(0);
    expect([...results]).toEqual([...results.keys()].map(path => [path, right.get(path)]));
  });

  it('lists no more customers once somebody else signed in between two pages of the list', async () => {
    addCustomers(world(), 150);
    const {results: right} = await scanned();
    server.sandbox.faults.add({path: /\/projects$/, times: 1});
    server.sandbox.faults.add({path: /\/projects$/, times: 1, meanwhile: () => signInInstead(server, 'kim')});
    const lists: (readonly CustomerResult[])[] = [];
    await expect(scanned(asKnown(right), {lists})).rejects.toMatchObject({kind: 'other-user'});
    expect(lists.map(({length}) => length)).toEqual(lists.map(() => right.size));
  });

  it('reads again what the lists contradict, and says at once what they tell', async () => {
    const first = await scanned();
    world().project(acme).visibility = 'internal';
    const {lists, results} = await scanned(asKnown(first.results));
    expect([...results.keys()]).toEqual([acme]);
    const shown = lists[0]?.find(({path}) => path === acme);
    expect(shown?.findings.visibility?.verdict).toBe('fail');
    expect(shown?.findings.readme?.verdict).toBe('pass');
  });

  it('says with the list what the list tells, and never shows fewer than are known', async () => {
    addCustomers(world(), 150);
    const first = await scanned();
    const [page] = first.lists;
    expect(page?.length).toBeLessThan(first.results.size);
    expect(page?.every(({findings}) => findings.visibility && findings.name && findings.avatar)).toBe(true);
    const again = await scanned(asKnown(first.results));
    expect(again.lists.map(({length}) => length)).toEqual(again.lists.map(() => first.results.size));
  });

  it('leaves out what is archived or about to go, with its group too, unless it is asked for', async () => {
    world().project(`${root}/apac/hooli/hooli-collaboration`).archived = true;
    world().group(`${root}/emea/acme`).archived = true;
    const gone = [acme, `${root}/apac/hooli/hooli-collaboration`];
    const {listed} = await scanned();
    expect(listed.filter(({path}) => gone.includes(path))).toEqual([]);
    const all = await scanned(new Map(), {withGone: true});
    expect(all.listed.filter(({path}) => gone.includes(path))).toHaveLength(2);
    expect(all.results.size).toBe(listed.length + 2);
  });

  it('of a group that cannot be read is an error', async () => {
    await expect(scanned(new Map(), {path: `${root}/nowhere`})).rejects.toMatchObject({kind: 'missing'});
    await expect(scanned(new Map(), {path: `${root}/emea/acme`, user: 'kim', pageUser: 'kim'})).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});
