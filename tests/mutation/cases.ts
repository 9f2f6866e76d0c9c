import type {World} from '../../sandbox/world.ts';
import {type CustomerRecord, emptyRecord, type Notebook, type Remark, type Side} from '../../src/facts/record.ts';
import {Wire} from './wire.ts';
import {customers, mutationWorld, root, segment} from './worlds.ts';

/** What is read of, and by whom. */
export interface Case {
  readonly name: string;
  /** A project's page, a group's page, or all customers; the last with GitLab telling of many at once, or refusing to. */
  readonly kind: 'project' | 'group' | 'scan';
  /** Whether a project's page is read at once, with one GraphQL request, and not fact by fact. */
  readonly isAtOnce: boolean;
  readonly path: string;
  readonly username: string;
  /** Whether it is one of those that are quick, and enough to see each mutation once. */
  readonly isSmall: boolean;
  /** The requests whose answers are what is special about it, by their patterns. */
  readonly special: RegExp | undefined;
  /** Whether the page names its user; GitLab is asked otherwise. */
  readonly isNamed: boolean;
  readonly wire: Wire;
  readonly notebook: Notebook;
}

const remark: Remark = {by: 'Dana Reyes', at: '2026-11-19T10:00:00.000Z', note: ''};
const ticked: CustomerRecord = {
  ...emptyRecord,
  ticks: Object.fromEntries(
    ['pre-sales', 'issues-reviewed', 'maintainers', 'handover-review', 'introduced'].map(id => [id, remark]),
  ),
};

function notebookOf(world: World): Notebook {
  const records = new Map<number, CustomerRecord>([
    [world.project(customers.right).id, ticked],
    [
      world.project(customers.wrong).id,
      {...emptyRecord, waiting: {iid: 1, files: ['README.md', '.gitlab/issue_templates/Meeting Agenda.md']}},
    ],
  ]);
  const sides = new Map<number, Side>([[world.user('rachael').id, 'colleague']]);
  return {
    record: async id => records.get(id) ?? emptyRecord,
    records: async ids => new Map(ids.flatMap(id => (records.has(id) ? [[id, records.get(id) ?? emptyRecord]] : []))),
    sides: async () => sides,
    brackets: async () => ({decisions: new Map([['to be agreed', 'placeholder']]), blanks: true}),
  };
}

const people = /members|invitations|graphql|^GET \/user$/;

/** What is special about customers. */
const specials: Readonly<Record<string, RegExp>> = {
  [customers.unreadable]: /files\//,
  [customers.colleagues]: people,
  [customers.useless]: people,
  [customers.inherited]: /^GET (\/groups\/:id)?\/notification_settings$/,
  [customers.unchangedTemplates]: /tree$/,
  [customers.linked]: /tree$/,
  [customers.silent]: /^GET \/projects\/:id$/,
  [customers.included]: /tree$|files\//,
};

/** Whether a path is a customer's project or its group. */
const isOf = (customer: string, path: string) =>
  customer === path || (customer.startsWith(`${path}/`) && path !== segment);

/** All cases, over worlds of their own. */
export function casesOf(): readonly Case[] {
  const usual = mutationWorld();
  usual.project(customers.wrong).mergeRequests.push({
    iid: 1,
    title: 'Fill in',
    source: 'fill-in',
    target: 'main',
    state: 'opened',
  });
  const large = mutationWorld({hasLargeTeam: true});
  const older = mutationWorld();
  older.graphql.isOn = false;
  const wires = new Map(
    [usual, large, older].map(world => [world, {wire: new Wire(world), notebook: notebookOf(world)}]),
  );
  const make = (
    kind: Case['kind'],
    name: string,
    path: string,
    username = 'dana',
    world = usual,
    isNamed = true,
  ): Case => {
    const {wire, notebook} = wires.get(world) ?? {wire: new Wire(world), notebook: notebookOf(world)};
    const special = Object.entries(specials).find(([customer]) => isOf(customer, path))?.[1];
    return {
      kind,
      name,
      isAtOnce: false,
      path,
      username,
      isNamed,
      wire,
      notebook,
      special,
      isSmall: kind !== 'scan' || path !== segment,
    };
  };
  const roles = [
    ['Maintainer', 'mia'],
    ['Developer', 'robin'],
    ['stranger', 'sam'],
  ] as const;
  // What is special about the last two, GraphQL alone tells otherwise than it is, of many customers at once.
  const {right, rightByGroup, awaiting, converted, ...others} = customers;
  const page = ([name, path]: readonly [string, string]) =>
    make('project', name, path, path === customers.colleagues ? 'ola' : 'dana');
  const pages = [
    page(['wrong', customers.wrong]),
    page(['unplaced', customers.unplaced]),
    ...Object.entries(others)
      .filter(([name]) => name !== 'wrong' && name !== 'unplaced')
      .map(page),
    ...roles.map(([role, username]) => make('project', `wrong, ${role}`, customers.wrong, username)),
    make('project', 'wrong, user not named', customers.wrong, 'dana', usual, false),
    // Of what is special about colleagues, only these answers are others here than there.
    {
      ...make('project', 'colleagues, user not named', customers.colleagues, 'ola', usual, false),
      special: /^GET \/user$/,
    },
    {
      ...make('project', 'colleagues, of a large team', customers.colleagues, 'ola', large),
      special: /\/groups\/:team|members\/all|graphql/,
    },
    make('project', 'pre-sales, of an owner', customers.preSales, 'sam'),
    make('project', 'rightByGroup, of the team group', customers.rightByGroup, 'sam'),
    ...Object.entries({right, rightByGroup}).map(page),
  ];
  return [
    ...pages,
    ...pages.map(of => ({...of, name: `${of.name}, at once`, isAtOnce: true})),
    make('group', 'wrong group', `${segment}/duff`),
    make('group', 'wrong group, user not named', `${segment}/duff`, 'dana', usual, false),
    make('group', 'segment', segment),
    make('group', 'right group', `${segment}/acme`),
    make('scan', 'one wrong customer', `${segment}/duff`),
    make('scan', 'one wrong customer, by itself', `${segment}/duff`, 'dana', older),
    // All of them together would be mutated some hundred thousand times, each time reading all of them.
    ...(['umbrella', 'oscorp', 'pied-piper', 'wonka', 'cyberdyne', 'acme'] as const).map(group => ({
      ...make('scan', `${group}, by itself`, `${segment}/${group}`, 'dana', older),
      isSmall: false,
    })),
    make('scan', 'one with useless members', `${segment}/umbrella`),
    make('scan', 'one with unchanged templates', `${segment}/oscorp`),
    make('scan', 'one that is read by rules', `${segment}/pied-piper`),
    make('scan', 'one with colleagues, large team', `${segment}/tyrell`, 'ola', large),
    make('scan', 'one with many members', `${segment}/wonka`),
    make('scan', 'one whose member waits', awaiting.slice(0, awaiting.lastIndexOf('/'))),
    make('scan', 'one whose README is of no encoding', converted.slice(0, converted.lastIndexOf('/'))),
    make('scan', 'one that mails nobody', `${segment}/cyberdyne`),
    make('scan', 'one right customer', `${segment}/acme`),
    make('scan', 'pre-sales', `${root}/pre-sales`, 'sam'),
    make('scan', 'all customers', segment),
    make('scan', 'all customers, large team', segment, 'ola', large),
  ];
}
