import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {type Sandbox, startSandbox} from '../sandbox/index.ts';
import {findPlaceholders} from '../src/placeholders/index.ts';
import {loading, readChunks} from '../tests/chunks.ts';
import {paths, places} from '../tests/e2e/support/fixtures.ts';
import {launch, signIn} from '../tests/e2e/support/launch.ts';
import {labelledDocuments, score} from '../tests/labelled/documents.ts';
import {realDocuments} from '../tests/labelled/real.ts';
import {flowFigures} from './flows.ts';
import {median} from './median.ts';
import {benchPlaceholders} from './placeholders.ts';
import {portfolioFigures} from './portfolio.ts';
import {waitingFigures} from './waiting.ts';

/** One figure with what it should be. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most that is good; undefined where a figure only informs. */
  readonly goal?: number;
}

const root = path.resolve(import.meta.dirname, '..');
const runs = 7;

/** The longest chain of requests of which each began only after the one before had ended. */
function roundTrips(log: Sandbox['log']): number {
  const sorted = [...log].sort((one, other) => one.startedAt - other.startedAt);
  let chain = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const entry of sorted) {
    if (entry.startedAt < end) continue;
    chain += 1;
    end = Math.min(...sorted.filter(({startedAt}) => startedAt >= entry.startedAt).map(({endedAt}) => endedAt));
  }
  return chain;
}

/** Runs in the page, so it is a text: the time of the last row's verdict, in milliseconds since the epoch. */
const lastVerdict = `new Promise(resolve => {
  const look = () => {
    const host = document.querySelector('csm-checklist');
    const rows = [...(host?.shadowRoot?.querySelectorAll('[data-check]') ?? [])];
    const isRead = row => row.hasAttribute('data-verdict') && row.getAttribute('aria-busy') === 'false';
    if (rows.length > 0 && rows.every(isRead)) resolve(performance.timeOrigin + performance.now());
    else requestAnimationFrame(look);
  };
  look();
})`;

/** What a page of a customer costs GitLab and its reader, from the first request to the last verdict. */
async function pageFigures(): Promise<Figure[]> {
  const latencyMs = 80;
  const sandbox = await startSandbox({latencyMs});
  const {context, close} = await launch('chromium', {sandboxPort: sandbox.port, isMeasured: true});
  await signIn(context, sandbox.world, 'dana');
  const page = context.pages()[0] ?? (await context.newPage());
  const figures: Figure[] = [];
  const {world} = sandbox;
  const pages = [
    {name: 'all is right', url: places.acme, goal: 9, prepare: () => undefined},
    {name: 'everything is wrong', url: places.globex, prepare: () => undefined},
    {
      name: 'level Global',
      url: places.acme,
      goal: 9,
      prepare: () => world.setNotification('dana', paths.acme, 'global'),
    },
    {name: 'level Global, GraphQL off', url: places.acme, prepare: () => Object.assign(world.graphql, {isOn: false})},
  ];
  for (const {name, url, goal, prepare} of pages) {
    prepare();
    const times: number[] = [];
    const chains: number[] = [];
    let requests = 0;
    for (let index = 0; index <= runs; index += 1) {
      sandbox.log.length = 0;
      await page.goto(url, {waitUntil: 'commit'});
      const end = await page.evaluate<number>(lastVerdict);
      const start = performance.timeOrigin + Math.min(...sandbox.log.map(({startedAt}) => startedAt));
      requests = sandbox.log.length;
      // The first page warms the caches up, and is the first of a day.
      if (index > 0) {
        times.push(end - start);
        chains.push(roundTrips(sandbox.log));
      }
    }
    figures.push(
      {what: `requests for a project page (${name})`, value: requests, unit: 'requests', ...(goal && {goal})},
      {what: `sequential round trips (${name})`, value: median(chains), unit: 'round trips'},
      {what: `first request to last verdict at ${latencyMs} ms latency (${name})`, value: median(times), unit: 'ms'},
      {
        what: `the same as round trips (${name})`,
        value: median(times) / latencyMs,
        unit: 'round trips',
        goal: 2,
      },
    );
  }
  // What the page before still asks at its end is not this one's.
  await page.goto('about:blank');
  await page.waitForTimeout(500);
  sandbox.log.length = 0;
  await page.goto('https://gitlab.com/explore');
  await page.waitForTimeout(500);
  const panels = await page.locator('csm-checklist').count();
  figures.push({
    what: 'panels and requests on a page that is no customer’s',
    value: panels + sandbox.log.length,
    unit: '',
    goal: 0,
  });
  await close();
  await sandbox.close();
  return figures;
}

/** What somebody waits for at a customer's page. */
async function waitingRows(): Promise<Figure[]> {
  const rows: Figure[] = [];
  for (const latencyMs of [80, 300]) {
    const {firstItem, firstItemKnown, moved, tick, fixAll, changes} = await waitingFigures(latencyMs, runs);
    const at = `at ${latencyMs} ms latency`;
    rows.push(
      {what: `panel’s start to the first item ${at}, first look`, value: firstItem, unit: 'ms'},
      {what: `the same where it was looked at before`, value: firstItemKnown, unit: 'ms', goal: 100},
      {what: `items that move while answers arrive ${at}, no verdict being another`, value: moved, unit: '', goal: 0},
      {what: `click to a tick’s new state ${at}`, value: tick, unit: 'ms', goal: 100},
      {what: `Fix all of ${changes} changes ${at}`, value: fixAll, unit: 'ms', goal: latencyMs === 300 ? 3_500 : 1_500},
    );
  }
  return rows;
}

function sizeFigures(): Figure[] {
  const launcher = readFileSync(path.join(root, 'dist/chromium/src/content.js'));
  const {gzip, plain} = readChunks('chromium');
  const {first, byItself} = loading;
  const packed = gzipSync(launcher).length;
  return [
    {what: 'bytes run on a GitLab page that is no customer’s', value: launcher.length / 1024, unit: 'KiB', goal: 3},
    {what: 'bytes run on a customer’s page', value: (launcher.length + plain(byItself)) / 1000, unit: 'KB'},
    {what: 'the same, gzip', value: (packed + gzip(byItself)) / 1000, unit: 'KB', goal: 110},
    {what: 'of these before the first row, gzip', value: (packed + gzip(first)) / 1000, unit: 'KB', goal: 80},
    {what: 'more with the first change, gzip', value: gzip(['make.js'], byItself) / 1000, unit: 'KB'},
    {what: 'more with the first form that is opened, gzip', value: gzip(['forms.js'], byItself) / 1000, unit: 'KB'},
    {what: 'more with the first guided flow, gzip', value: gzip(['flows.js'], byItself) / 1000, unit: 'KB'},
    {what: 'more with the view of all customers, gzip', value: gzip(['portfolio.js'], byItself) / 1000, unit: 'KB'},
  ];
}

function placeholderFigures(): Figure[] {
  return benchPlaceholders().map(({name, ms, goal}) => ({what: name, value: ms, unit: 'ms', goal}));
}

/** How much is found of what labelled documents hold. */
function findingTable(): string {
  const find = (markdown: string) => findPlaceholders(markdown).filter(({kind}) => kind !== 'prose');
  const real = realDocuments();
  const sets = {
    'our own, every rule in every place': labelledDocuments,
    ...(real.length > 0 ? {'real ones': real} : {}),
  };
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const rows = Object.entries(sets).map(([name, documents]) => {
    const {placeholders, precision, recall, exact} = score(documents, find);
    return `| ${name} | ${documents.length} | ${placeholders} | ${percent(precision)} | ${percent(recall)} | ${percent(exact)} |`;
  });
  return [
    '| labelled documents | documents | placeholders | precision | recall | exactly right |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

/** What the guided flows take, beside the handbook's way, and what the longest may take at most. */
async function flowTable(): Promise<{readonly table: string; readonly goals: Figure[]}> {
  const flows = await flowFigures();
  const goals = flows
    .filter(({flow}) => flow.startsWith('new customer'))
    .flatMap(({flow, clicks, loads}) => [
      {what: `clicks for a ${flow}`, value: clicks, unit: 'clicks', goal: 12},
      {what: `page loads for a ${flow}`, value: loads, unit: 'page loads', goal: 0},
    ]);
  const rows = flows.map(
    ({flow, clicks, loads, requests, byHand}) =>
      `| ${flow} | ${clicks} | ${loads} | ${requests} | ${byHand.clicks} | ${byHand.loads} |`,
  );
  const table = [
    '| flow | clicks | page loads | requests | clicks by hand | page loads by hand |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
  return {table, goals};
}

/** What reading all customers of the root takes, and whether that is as good as it should be; the demo's own are among them. */
async function portfolioTables(): Promise<{readonly table: string; readonly goals: Figure[]}> {
  const rows: string[] = [];
  const byRoute: string[] = [];
  const goals: Figure[] = [];
  // The largest takes minutes.
  for (const [count, times] of [
    [50, 3],
    [500, 3],
    [2_000, 1],
  ] as const) {
    const figures = await portfolioFigures(count, times);
    const {customers, requests, rescan, firstRow, firstVerdict, lastVerdict, memory, tasks, plain} = figures;
    const plainSeconds = plain.seconds * customers;
    byRoute.push(...figures.routes.map(([route, times]) => `| ${customers} | ${route} | ${times} |`));
    rows.push(
      `| ${customers} | ${requests} (${(requests / customers).toFixed(2)}) | ${rescan} (${(rescan / customers).toFixed(2)}) | ${figures.mostInAMinute} | ${firstRow.toFixed(2)} s | ${firstVerdict.toFixed(2)} s | ${lastVerdict.toFixed(1)} s | ${memory.toFixed(0)} MB | ${tasks.longest.toFixed(0)} ms, ${tasks.longestProcessor.toFixed(0)} of them on a processor | ${tasks.mostProcessor.toFixed(0)} ms | ${plain.seconds.toFixed(2)} s, ${plain.requests.toFixed(1)} requests each: ${(plainSeconds / lastVerdict).toFixed(1)} times as long |`,
    );
    goals.push(
      {what: `requests for each of ${customers} customers`, value: requests / customers, unit: 'requests', goal: 3},
      {what: `the same where nothing changed`, value: rescan / customers, unit: 'requests', goal: 0.2},
      {what: `most requests in a minute, ${customers} customers`, value: figures.mostInAMinute, unit: '', goal: 1_400},
      {
        what: `longest task while ${customers} customers are read, by the clock`,
        value: tasks.longest,
        unit: 'ms',
        goal: 50,
      },
      {what: 'the most that any task had of a processor', value: tasks.mostProcessor, unit: 'ms', goal: 50},
      {what: `memory (JavaScript) of the page with ${customers} customers`, value: memory, unit: 'MB', goal: 150},
      ...(count === 500
        ? [{what: `${customers} customers, to the last verdict`, value: lastVerdict, unit: 's', goal: 25}]
        : []),
    );
  }
  const table = [
    '| customers | requests (each) | rescan (each) | most in a minute | first row | first verdict | last verdict | peak memory (JavaScript) | longest task | most on a processor | one request after the other, for 50 of them |',
    '| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |',
    ...rows,
    '',
    '| customers | route | requests |',
    '| --: | --- | --: |',
    ...byRoute,
  ].join('\n');
  return {table, goals};
}

const found = findingTable();
const {table: portfolio, goals} = await portfolioTables();
const {table: flows, goals: flowGoals} = await flowTable();
const figures = [
  ...sizeFigures(),
  ...placeholderFigures(),
  ...(await pageFigures()),
  ...(await waitingRows()),
  ...flowGoals,
  ...goals,
];
const lines = figures.map(({what, value, unit, goal}) => {
  const shown = `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`.trim();
  const wanted = goal === undefined ? '' : `≤ ${goal} ${unit}`.trim();
  return `| ${what} | ${shown} | ${wanted} | ${goal === undefined ? '' : value <= goal ? 'yes' : 'no'} |`;
});
const table = ['| what | measured | goal | reached |', '| --- | --: | --: | --- |', ...lines].join('\n');
console.log(`${table}\n\n${found}\n\n${flows}\n\n${portfolio}`);
writeFileSync(
  path.join(root, 'bench/RESULTS.md'),
  `# The last run\n\nMedians of ${runs} runs after one to warm up; \`npm run bench\` writes this file.\n\n${table}\n\n## Placeholders found\n\n${found}\n\n## Guided flows\n\nA list counts two clicks, a file two; typing counts none.\n\n${flows}\n\n## All customers\n\nAt 80 ms latency, never more than 70 % of 2,000 requests in a minute. What this should be stands in the first table. Medians of three readings, for the largest group one; of the tasks the worst of all readings. By the clock a task takes what it waits for a processor too, which browser and sandbox share, so what it had of one stands beside it.\n\n${portfolio}\n`,
);
