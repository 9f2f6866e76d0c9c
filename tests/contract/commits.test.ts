import {beforeEach, describe, expect, it} from 'vitest';
import type {Fault} from '../../sandbox/faults.ts';
import {applyChange, settle} from '../../src/apply/apply.ts';
import type {Means} from '../../src/apply/means.ts';
import type {Change} from '../../src/changes/change.ts';
import {undoMessage} from '../../src/changes/commit-words.ts';
import type {Checklist} from '../../src/checklist/checklist.ts';
import type {Fix} from '../../src/customer/checks/check.ts';
import type {EditedFile} from '../../src/customer/filling/files.ts';
import {
  commitMessage,
  fieldsOf,
  filledFiles,
  readmeFiles,
  rulesOf,
  templateFiles,
} from '../../src/customer/filling/files.ts';
import {handoverSteps, renamedFiles, seenIn} from '../../src/flows/handover.ts';
import {newCustomerSteps} from '../../src/flows/new-customer.ts';
import {runSteps, type Step} from '../../src/flows/run.ts';
import {defaultWorkspace} from '../../src/workspace/workspace.ts';
import {told} from '../told.ts';
import {checklistOf, meansOf} from './means.ts';
import {acme, globex, root, useSandbox} from './server.ts';

const server = useSandbox();
const world = () => server.sandbox.world;
const faults = () => server.sandbox.faults;
const project = () => world().project(globex);
const text = (path: string) => new TextDecoder().decode(world().readFile(globex, path));

let means: Means;
beforeEach(() => {
  means = meansOf(server);
});

async function wanted<Kind extends 'commit' | 'merge-request'>(kind: Kind, message = 'Fill in the README') {
  const {lastCommitId} = await means.gitlab.file(project().id, 'README.md');
  const what = {
    projectId: project().id,
    message,
    files: [
      {path: 'README.md', to: '# Globex\n', lastCommitId},
      {path: 'new.md', to: 'New\n', lastCommitId: undefined},
    ],
  };
  const change: Change =
    kind === 'commit'
      ? {kind: 'commit', ...what, branch: 'main'}
      : {kind: 'merge-request', ...what, target: 'main', source: 'fill-in'};
  return change as Extract<Change, {kind: Kind}>;
}

async function undoOf(change: Change): Promise<Change> {
  const {undo} = await applyChange(means, change);
  if (undo === undefined) throw new Error('There is no undo');
  return undo;
}

const commits = {method: 'POST', path: /\/repository\/commits$/};
const requests = {method: 'POST', path: /\/merge_requests$/};
const closing = {method: 'PUT', path: /\/merge_requests\/1$/};
const deleting = {method: 'DELETE', path: /\/branches\//};

/** GitLab does it, and the answer does not get through. */
const lost: readonly [string, Partial<Fault>][] = [
  ['is cut off', {drop: true, after: true}],
  ['is a 502', {status: 502, text: '<html>Bad gateway</html>', after: true}],
  ['is no data', {status: 201, text: '{"id":', after: true}],
  ['is of another form', {status: 201, body: {ok: true}, after: true}],
];
const all = {times: Number.POSITIVE_INFINITY};

/** Once a request was met, nothing that fits is answered any more. */
function blindAfter(which: Pick<Fault, 'method' | 'path'>, look: RegExp, fault: Partial<Fault>) {
  faults().add({
    ...which,
    ...fault,
    times: 1,
    meanwhile: () => void faults().add({method: 'GET', path: look, drop: true, ...all}),
  });
}

describe('a commit', () => {
  it.each(lost)('whose answer %s is found by its files, and can be undone', async (_how, fault) => {
    faults().add({...commits, ...fault, times: 1});
    const undo = await undoOf(await wanted('commit'));
    expect(project().repository.commits).toHaveLength(2);
    await applyChange(means, undo);
    expect(text('README.md')).toContain('[CUSTOMER NAME]');
    expect(project().repository.files.has('new.md')).toBe(false);
  });

  it('after which nothing can be looked at is made, and its undo goes by the answer', async () => {
    const before = text('README.md');
    blindAfter(commits, /\/files\//, {});
    const undo = await undoOf(await wanted('commit'));
    const [head] = project().repository.commits;
    expect(undo).toMatchObject({kind: 'restore', files: [{commitId: head?.id}, {commitId: head?.id, before: null}]});
    faults().clear();
    await applyChange(means, undo);
    expect(text('README.md')).toBe(before);
  });

  it('whose answer is lost and that cannot be looked at may be there, and a second try makes it once', async () => {
    const change = await wanted('commit');
    blindAfter(commits, /\/files\//, {after: true, drop: true});
    await expect(applyChange(means, change)).rejects.toMatchObject({
      kind: 'offline',
      message: expect.stringMatching(/may have created the commit\. Trying again doesn’t create it twice\.$/),
    });
    faults().clear();
    expect((await applyChange(means, change)).undo).toMatchObject({kind: 'restore'});
    expect(project().repository.commits).toHaveLength(2);
  });

  it('that was not made is told as what it was', async () => {
    faults().add({...commits, times: 1, status: 502, text: ''});
    await expect(applyChange(means, await wanted('commit'))).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.not.stringContaining('may have'),
    });
  });

  it('after which the session ended is not taken for one that others wrote over', async () => {
    project().visibility = 'private';
    const change = await wanted('commit');
    faults().add({...commits, times: 1, until: async () => world().sessions.clear()});
    expect((await applyChange(means, change)).undo).toMatchObject({kind: 'restore'});
  });
});

describe('an undo of a commit', () => {
  it.each(lost)('whose answer %s is found by its files', async (_how, fault) => {
    const before = text('README.md');
    const undo = await undoOf(await wanted('commit'));
    faults().add({...commits, ...fault, times: 1});
    expect(await applyChange(means, undo)).toMatchObject({undo: undefined});
    expect(text('README.md')).toBe(before);
    expect(project().repository.commits).toHaveLength(3);
  });

  it('whose answer is lost and that cannot be looked at is done with the next try', async () => {
    const undo = await undoOf(await wanted('commit'));
    blindAfter(commits, /\/files\//, {after: true, drop: true});
    await expect(applyChange(means, undo)).rejects.toMatchObject({message: expect.stringContaining('Trying again')});
    faults().clear();
    await applyChange(means, undo);
    expect(project().repository.commits).toHaveLength(3);
  });

  it('of a file that somebody changed since does nothing', async () => {
    const undo = await undoOf(await wanted('commit'));
    world().commitFile(globex, 'README.md', '# Somebody else’s\n');
    await expect(applyChange(means, undo)).rejects.toMatchObject({kind: 'conflict'});
    expect(text('README.md')).toBe('# Somebody else’s\n');
  });
});

describe('a merge request', () => {
  const branches = () => [...project().repository.branches.keys()];
  const open = () => project().mergeRequests.filter(({state}) => state === 'opened').length;

  it.each(lost)('whose answer %s is looked for, and is ours', async (_how, fault) => {
    faults().add({...requests, ...fault, times: 1});
    const undo = await undoOf(await wanted('merge-request'));
    expect([branches(), open()]).toEqual([['fill-in'], 1]);
    expect((await means.notebook.record(project().id)).waiting).toMatchObject({iid: 1});
    await applyChange(means, undo);
    expect([branches(), open()]).toEqual([[], 0]);
  });

  it('that was surely not made leaves no branch', async () => {
    faults().add({...requests, times: 1, status: 502, text: ''});
    await expect(applyChange(means, await wanted('merge-request'))).rejects.toMatchObject({kind: 'unavailable'});
    expect([branches(), open()]).toEqual([[], 0]);
  });

  it('that cannot be looked for leaves both alone, says so, and is gone on with by the next try', async () => {
    const change = await wanted('merge-request');
    blindAfter(requests, /\/merge_requests$/, {after: true, drop: true});
    await expect(applyChange(means, change)).rejects.toMatchObject({
      kind: 'offline',
      message: expect.stringMatching(/“fill-in” exists, and its merge request may exist too\. Trying again continues/),
    });
    expect([branches(), open()]).toEqual([['fill-in'], 1]);
    faults().clear();
    expect((await applyChange(means, change)).undo).toMatchObject({kind: 'close-merge-request', iid: 1});
    expect([branches(), open()]).toEqual([['fill-in'], 1]);
  });

  it('that somebody made of the branch in between is not ours, and keeps its branch', async () => {
    faults().add({
      ...requests,
      times: 1,
      meanwhile: () => {
        const sams = {iid: 9, title: 'Sam’s', source: 'fill-in', target: 'main', author: world().user('sam')};
        project().mergeRequests.push({...sams, state: 'opened'});
      },
    });
    await expect(applyChange(means, await wanted('merge-request'))).rejects.toMatchObject({kind: 'taken'});
    expect([branches(), open()]).toEqual([['fill-in'], 1]);
  });

  it('that is refused keeps a branch to which somebody pushed, and names it', async () => {
    faults().add({
      ...requests,
      times: 1,
      status: 403,
      body: {message: '403 Forbidden'},
      meanwhile: () => void project().repository.push('fill-in', 'More', 'sam', []),
    });
    await expect(applyChange(means, await wanted('merge-request'))).rejects.toMatchObject({
      kind: 'denied',
      message: expect.stringContaining('The branch “fill-in” stays, because it has other commits.'),
    });
    expect(branches()).toEqual(['fill-in']);
  });

  it('has the first line of its message as the title', async () => {
    await applyChange(means, await wanted('merge-request', 'Title\n\nBody\n'));
    expect(project().mergeRequests).toMatchObject([{title: 'Title'}]);
    expect(project().repository.branches.get('fill-in')?.head.message).toBe('Title\n\nBody');
  });
});

describe('the branch of a merge request', () => {
  const branches = () => [...project().repository.branches.keys()];

  it.each(lost)('whose answer %s is ours by its last commit', async (_how, fault) => {
    faults().add({...commits, ...fault, times: 1});
    await applyChange(means, await wanted('merge-request'));
    expect(project().mergeRequests).toHaveLength(1);
  });

  it('that somebody made in between is never deleted', async () => {
    faults().add({
      ...commits,
      times: 1,
      drop: true,
      meanwhile: () => void project().repository.commitToBranch('fill-in', 'Fill in the README', 'sam', []),
    });
    await expect(applyChange(means, await wanted('merge-request'))).rejects.toMatchObject({kind: 'offline'});
    expect(branches()).toEqual(['fill-in']);
  });

  it('that was surely not made is told as what it was', async () => {
    faults().add({...commits, times: 1, status: 502, text: ''});
    await expect(applyChange(means, await wanted('merge-request'))).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.not.stringContaining('may'),
    });
    expect(branches()).toEqual([]);
  });

  it('that cannot be looked at may be there, and is gone on with by the next try', async () => {
    const change = await wanted('merge-request');
    blindAfter(commits, /\/branches\//, {after: true, drop: true});
    await expect(applyChange(means, change)).rejects.toMatchObject({
      message: expect.stringContaining('GitLab may have created the branch “fill-in”. Trying again continues with it.'),
    });
    faults().clear();
    await applyChange(means, change);
    expect(project().mergeRequests).toHaveLength(1);
    expect(project().repository.branches.size).toBe(1);
  });

  it.each<[string, () => void]>([
    ['somebody else’s commit', () => project().repository.commitToBranch('fill-in', 'Fill in the README', 'sam', [])],
    ['another commit of ours', () => project().repository.commitToBranch('fill-in', 'Other', 'dana', [])],
    [
      'a commit of ours with other texts',
      () => project().repository.commitToBranch('fill-in', 'Fill in the README', 'dana', []),
    ],
  ])('that is there already, with %s, is refused before anything is sent', async (_what, make) => {
    make();
    const before = server.sandbox.log.filter(({method}) => method !== 'GET').length;
    await expect(applyChange(means, await wanted('merge-request'))).rejects.toMatchObject({
      kind: 'taken',
      message: 'The branch “fill-in” already exists. Choose another branch name.',
    });
    expect(server.sandbox.log.filter(({method}) => method !== 'GET')).toHaveLength(before);
  });

  it('cannot be the one that it is to be merged into', async () => {
    const change = {...(await wanted('merge-request')), source: 'main'};
    await expect(applyChange(means, change)).rejects.toMatchObject({kind: 'taken'});
  });
});

describe('an undo of a merge request', () => {
  const branches = () => [...project().repository.branches.keys()];
  const closed = () => project().mergeRequests.filter(({state}) => state === 'closed').length;
  const waiting = async () => (await means.notebook.record(project().id)).waiting;

  it.each([
    ['is cut off', {drop: true, after: true}],
    ['is a 502', {status: 502, text: '', after: true}],
    ['is no data', {status: 200, text: '{"iid":', after: true}],
  ])('whose answer %s is looked at', async (_how, fault) => {
    const undo = await undoOf(await wanted('merge-request'));
    faults().add({...closing, ...fault, ...all});
    expect(told((await applyChange(means, undo)).left)).toEqual([]);
    expect([closed(), branches(), await waiting()]).toEqual([1, [], undefined]);
  });

  it('that cannot be looked at says so, and is gone on with by the next try', async () => {
    const undo = await undoOf(await wanted('merge-request'));
    const blind = () => void faults().add({method: 'GET', path: /\/merge_requests\/1$/, drop: true, ...all});
    faults().add({...closing, ...all, after: true, drop: true, meanwhile: blind});
    await expect(applyChange(means, undo)).rejects.toMatchObject({
      message: expect.stringContaining('GitLab may have closed merge request !1. Trying again continues'),
    });
    expect(branches()).toEqual(['fill-in']);
    faults().clear();
    expect(told((await applyChange(means, undo)).left)).toEqual([]);
    expect([closed(), branches(), await waiting()]).toEqual([1, [], undefined]);
  });

  const closedBySam = () =>
    Object.assign(project().mergeRequests[0] ?? {}, {state: 'closed', closedBy: world().user('sam')});

  it('that somebody else closed deletes the branch that is still ours, and tells', async () => {
    const undo = await undoOf(await wanted('merge-request'));
    closedBySam();
    expect(told((await applyChange(means, undo)).left)).toEqual([
      'Merge request !1 was already closed.',
      'Its branch “fill-in” no longer exists.',
    ]);
    expect([closed(), branches(), await waiting()]).toEqual([1, [], undefined]);
    expect(await settle(means, undo, {undo: undefined, isUndo: true})).toMatchObject({undo: undefined});
  });

  it('that somebody else closed, after a push to its branch, leaves that', async () => {
    const undo = await undoOf(await wanted('merge-request'));
    closedBySam();
    project().repository.push('fill-in', 'More', 'sam', []);
    expect(told((await applyChange(means, undo)).left)).toEqual([
      'Merge request !1 was already closed.',
      'The branch “fill-in” stays, because it has other commits.',
    ]);
    expect([branches(), await waiting()]).toEqual([['fill-in'], undefined]);
  });

  it('that somebody merged does nothing', async () => {
    const undo = await undoOf(await wanted('merge-request'));
    Object.assign(project().mergeRequests[0] ?? {}, {state: 'merged'});
    await expect(applyChange(means, undo)).rejects.toMatchObject({kind: 'conflict'});
    expect(branches()).toEqual(['fill-in']);
  });

  it.each([
    ['opened', 'Merge request !1 fills in placeholders and waits to be merged.'],
    ['closed', 'Merge request !1 was closed without being merged.'],
    ['merged', undefined],
  ])('is what the row speaks of while it is %s', async (state, words) => {
    await undoOf(await wanted('merge-request'));
    Object.assign(project().mergeRequests[0] ?? {}, {state});
    const store = checklistOf(globex, means);
    await store.refresh();
    const evidence = told(store.rows.value.find(({check}) => check.id === 'readme')?.finding?.evidence);
    if (words === undefined) expect(evidence).not.toMatch(/merge request/i);
    else expect(evidence).toContain(words);
    expect((await waiting())?.iid).toBe(1);
  });

  it('keeps a branch to which somebody pushed since, and names it', async () => {
    const undo = await undoOf(await wanted('merge-request'));
    project().repository.push('fill-in', 'More', 'sam', []);
    const {left} = await applyChange(means, undo);
    expect(told(left)).toEqual(['The branch “fill-in” stays, because it has other commits.']);
    expect([closed(), branches(), await waiting()]).toEqual([1, ['fill-in'], undefined]);
  });

  it('keeps a branch to which somebody pushes at this very moment', async () => {
    const undo = await undoOf(await wanted('merge-request'));
    faults().add({
      ...deleting,
      times: 1,
      meanwhile: () => {
        const at = new Date(Date.now() + 60_000).toISOString();
        Object.assign(project().repository.push('fill-in', 'More', 'sam', []), {at});
      },
    });
    expect(told((await applyChange(means, undo)).left)).toMatchObject([expect.stringContaining('stays')]);
    expect(branches()).toEqual(['fill-in']);
  });

  it.each<[string, Partial<Fault>, string[]]>([
    ['is lost', {after: true, drop: true}, []],
    ['is a refusal', {status: 403, body: {message: '403 Forbidden'}}, ['fill-in']],
  ])('whose branch’s deletion %s is done for the rest', async (_how, fault, expected) => {
    const undo = await undoOf(await wanted('merge-request'));
    faults().add({...deleting, ...fault, ...all});
    const {left} = await applyChange(means, undo);
    expect(left).toHaveLength(expected.length);
    expect([closed(), branches(), await waiting()]).toEqual([1, expected, undefined]);
  });

  it('of an older journal, which does not know the commit, leaves the branch', async () => {
    const undo = {...(await undoOf(await wanted('merge-request'))), head: undefined};
    expect((await applyChange(means, undo)).left).toHaveLength(1);
    expect([closed(), branches()]).toEqual([1, ['fill-in']]);
  });
});

describe('a message or a branch that cannot be', () => {
  it.each<[string, Partial<Extract<Change, {kind: 'merge-request'}>>]>([
    ['an empty message', {message: ' \n'}],
    ['a message of 201 characters', {message: 'x'.repeat(201)}],
    ['a branch with a blank', {source: 'a b'}],
  ])('%s is refused before anything is sent', async (_what, part) => {
    const change = await wanted('merge-request');
    const undo = await undoOf(await wanted('commit'));
    const before = server.sandbox.log.filter(({method}) => method !== 'GET').length;
    await expect(applyChange(means, {...change, ...part})).rejects.toMatchObject({kind: 'rule'});
    if (part.message !== undefined) {
      const {message} = part;
      await expect(applyChange(means, {...(await wanted('commit')), message})).rejects.toMatchObject({kind: 'rule'});
      await expect(applyChange(means, {...undo, message} as Change)).rejects.toMatchObject({kind: 'rule'});
    }
    expect(server.sandbox.log.filter(({method}) => method !== 'GET')).toHaveLength(before);
  });
});

describe('what is proposed as a message', () => {
  const long = `${'LONG '.repeat(1_000)}#1`;
  const nasty = [
    'CLOSES GITLAB-ORG/GITLAB#123',
    'FIXES !7 @ANN',
    'RESOLVES HTTPS://GITLAB.COM/A/B/-/ISSUES/1',
    'SEE #1 @1h30m [SKIP CI]',
    'GL-1',
    long,
  ].map(placeholder => `Ask [${placeholder}] about it.`);
  const name = 'closes group!7 #1 @ann @1h30m [skip ci]';
  const agenda = `.gitlab/issue_templates/Agenda ${name}.md`;
  const request = `.gitlab/issue_templates/Feature Request ${name}.md`;
  const included = `docs/${name}.md`;

  const files = String.raw`(?:the README|\d+ (?:issue template|other file)s?)`;
  const fixed = new RegExp(
    String.raw`^(?:Undo: )?(?:Add|Fill in|Update the CSM in) ${files}(?:(?:, | and )${files})*(?: \(\d+ placeholders?\))?$`,
  );

  /** A repository that wants to be acted on. */
  function poison(path: string) {
    world().commitFile(path, 'README.md', `# ${nasty.join('\n\n')}\n\nRobin Okafor\n\n::include{file=${included}}\n`);
    world().commitFile(path, included, nasty.join('\n\n'));
    for (const template of [agenda, request])
      world().commitFile(path, template, `Robin Okafor\n\n${nasty.join('\n\n')}`);
  }

  async function read(path: string): Promise<Checklist> {
    const store = checklistOf(path, means);
    await store.refresh();
    return store;
  }

  /** What the form of a row proposes once all of its fields are filled in. */
  function proposalFor(edited: readonly EditedFile[], store: Checklist): string {
    const rules = rulesOf(store.facts.value);
    const fields = fieldsOf(edited, rules);
    const changed = filledFiles(edited, new Map(fields.map(({key}) => [key, 'x'])), rules);
    return commitMessage(changed, fields.length);
  }

  async function runAll(steps: readonly Step[]): Promise<void> {
    const watch = {keep: async () => undefined, onProgress: () => undefined, isStopped: () => false};
    await runSteps(steps, {}, {...watch, explain: async error => error});
  }

  const replacements: [string, string][] = [['Robin Okafor', 'Dana Reyes']];
  const robins = {projectId: 0, projectName: '', address: '', replacements};
  const handover = async (store: Checklist) =>
    runAll(
      handoverSteps(
        {...robins, seen: seenIn(renamedFiles(store.facts.value, robins))},
        defaultWorkspace,
        async () => store,
        'csm-checklist-1',
      ).filter(({id}) => id === 'files'),
    );

  /** By each kind of change that carries a message: all that the code proposes. A new kind has to be added here. */
  const makers: Record<Extract<Change, {message: string}>['kind'], () => Promise<string[]>> = {
    async commit() {
      poison(globex);
      const store = await read(globex);
      const readme = readmeFiles(store.facts.value);
      const templates = templateFiles(store.facts.value);
      expect(readme.map(({path}) => path)).toContain(included);
      expect(templates.map(({path}) => path)).toEqual(expect.arrayContaining([agenda, request]));
      expect(fieldsOf(readme, rulesOf(store.facts.value)).map(({text}) => text)).toContain(nasty[0]?.slice(5, -11));
      const added = templates.map(file => ({...file, lastCommitId: undefined}));
      const forms = [readme, templates, [...readme, ...templates]].map(edited => proposalFor(edited, store));
      await handover(store);
      const [handed] = project().repository.commits;

      poison(defaultWorkspace.templateProject);
      const template = await read(defaultWorkspace.templateProject);
      const asked = fieldsOf(
        [...readmeFiles(template.facts.value), ...templateFiles(template.facts.value)],
        rulesOf(template.facts.value),
      );
      const plan = {name: 'Stark', segment: 'emea', people: '', takesGroup: false};
      let made: Promise<Checklist> | undefined;
      await runAll(
        newCustomerSteps(
          {...plan, values: asked.map(({key}) => [key, 'x'])},
          {
            means,
            workspace: defaultWorkspace,
            branch: 'csm-checklist-1',
            checklist: path => {
              made ??= read(path);
              return made;
            },
          },
        ),
      );
      const stark = world().project(`${root}/emea/stark/customer-collaboration-project`);
      // The template's history comes along.
      const {commits: before} = world().project(defaultWorkspace.templateProject).repository;
      expect(stark.repository.commits).toHaveLength(before.length + 1);
      return [...forms, commitMessage(added, 0), handed?.message ?? '', stark.repository.commits[0]?.message ?? ''];
    },

    async 'merge-request'() {
      poison(globex);
      project().repository.pushLevel = 'nobody';
      await handover(await read(globex));
      const {mergeRequests, repository} = project();
      return [mergeRequests[0]?.title ?? '', repository.branches.get('csm-checklist-1')?.head.message ?? ''];
    },

    async restore() {
      poison(globex);
      const store = await read(globex);
      const readme = proposalFor(readmeFiles(store.facts.value), store);
      const undo = await undoOf(await wanted('commit', readme));
      return [undoMessage(readme), undo.kind === 'restore' ? undo.message : ''];
    },
  };

  it.each(Object.entries(makers))('of a %s is of the fixed form and short', async (_kind, make) => {
    for (const message of await make()) {
      expect(message).toMatch(fixed);
      expect(message.length).toBeLessThanOrEqual(200);
    }
  });

  it('is fixed in an undo where GitLab acts on what the user wrote', async () => {
    const own = 'Closes gitlab-org/gitlab#123 @1h30m';
    const undo = await undoOf(await wanted('commit', own));
    expect(undo).toMatchObject({kind: 'restore', message: 'Undo a commit'});
  });

  it('is none in the fixes of the rows, which Fix all and Fix selected make', async () => {
    for (const path of [globex, acme]) {
      poison(path);
      const store = await read(path);
      const fixes = store.rows.value.flatMap(({finding}) => [finding?.fix, ...(finding?.others ?? [])]);
      const changes = fixes.filter((fix): fix is Extract<Fix, {kind: 'change'}> => fix?.kind === 'change');
      expect(changes.filter(({change}) => 'message' in change)).toEqual([]);
    }
  });
});
