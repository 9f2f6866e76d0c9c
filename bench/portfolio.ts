import {demoWorld} from '../sandbox/demo.ts';
import {startSandbox} from '../sandbox/index.ts';
import {addCustomers} from '../sandbox/many.ts';
import {projectChecks} from '../src/customer/checks/index.ts';
import {gatherProject} from '../src/customer/reading/gather.ts';
import type {FactName, ProjectFacts} from '../src/facts/facts.ts';
import {emptyRecord} from '../src/facts/record.ts';
import {createGitLab} from '../src/gitlab/gitlab.ts';
import {createSessionTransport} from '../src/gitlab/transport.ts';
import {noRules} from '../src/placeholders/index.ts';
import {defaultWorkspace} from '../src/workspace/workspace.ts';
import {PanelDriver, places} from '../tests/e2e/support/fixtures.ts';
import {launch, signIn} from '../tests/e2e/support/launch.ts';
import {median} from './median.ts';
import {type TaskTimes, traceTasks, worstOf} from './traced-tasks.ts';

/** What reading all customers takes. Times in seconds from the click, memory in MB. */
interface Reading {
  readonly customers: number;
  readonly requests: number;
  readonly rescan: number;
  readonly firstRow: number;
  readonly firstVerdict: number;
  readonly lastVerdict: number;
  readonly memory: number;
  readonly tasks: TaskTimes;
  /** The most requests that were sent within any minute. */
  readonly mostInAMinute: number;
  /** How many requests went to which route, the most used first. */
  readonly routes: readonly (readonly [string, number])[];
}

export interface PortfolioFigures extends Reading {
  /** By one request after the other, for {@link plainCustomers} of them: seconds and requests for each. */
  readonly plain: {readonly seconds: number; readonly requests: number};
}

const latencyMs = 80;
/** Customers that the plain client is given time for. */
const plainCustomers = 50;
/** Milliseconds in which the largest group is read, three times over. */
const patience = 600_000;

/**
 * Runs in the page, so it is a text: notes when rows and verdicts appear, and when all is read. It looks only when something
 * changed: a look at each frame would have the browser make all of them. A locator that waited in the page would look at each
 * of the table's cells, in tasks that are longer than ours.
 */
const watch = `(() => {
  const seen = {start: 0};
  globalThis.benchSeen = seen;
  addEventListener('click', () => { seen.start = performance.now(); }, {capture: true, once: true});
  const root = document.querySelector('csm-checklist').shadowRoot;
  const observer = new MutationObserver(() => {
    const now = performance.now() - seen.start;
    if (!seen.row && root.querySelector('[data-customer]')) seen.row = now;
    if (!seen.verdict && root.querySelector('td[data-verdict]')) seen.verdict = now;
    if (root.querySelector('.tools > .split')) {
      seen.end = now;
      observer.disconnect();
    }
  });
  observer.observe(root, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-verdict']});
})()`;

/** What a script would do: for each customer every fact, one request after the other. */
async function plainClient(sandbox: Awaited<ReturnType<typeof startSandbox>>, paths: readonly string[]) {
  const {cookie} = sandbox.world.signIn('dana');
  const csrf = sandbox.world.sessions.get(cookie)?.csrf;
  let turn: Promise<unknown> = Promise.resolve();
  const transport = createSessionTransport({
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('cookie', `_gitlab_session=${cookie}`);
      const mine = turn.then(() => fetch(input, {...init, headers}));
      turn = mine.catch(() => undefined);
      return mine;
    },
    csrfToken: () => csrf,
    pause: async () => undefined,
    random: () => 0,
  });
  const sources = {
    gitlab: createGitLab(sandbox.origin, transport),
    notebook: {
      record: async () => emptyRecord,
      records: async () => new Map(),
      sides: async () => new Map(),
      brackets: async () => noRules,
    },
    today: () => '2026-11-20',
    pause: async () => undefined,
    workspace: defaultWorkspace,
    pageUser: undefined,
  };
  const names = new Set(projectChecks.flatMap(check => check.facts)) as ReadonlySet<FactName & keyof ProjectFacts>;
  sandbox.log.length = 0;
  const start = performance.now();
  for (const path of paths) await Promise.all(Object.values(gatherProject(path, sources, names)));
  return {
    seconds: (performance.now() - start) / 1_000 / paths.length,
    requests: sandbox.log.length / paths.length,
  };
}

/** The most requests of a log that began within any minute. */
function mostInAMinute(log: Awaited<ReturnType<typeof startSandbox>>['log']): number {
  const starts = log.map(({startedAt}) => startedAt).sort((one, other) => one - other);
  let first = 0;
  let most = 0;
  for (const [index, start] of starts.entries()) {
    while (start - (starts[first] ?? start) >= 60_000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** How often a log has each route: a method and a path with words for what tells one project, group, file or person from another. */
function routesOf(log: Awaited<ReturnType<typeof startSandbox>>['log']): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const {method, path} of log) {
    const route = path
      .replace(/\?.*$/, '')
      .replace(
        /^\/(projects|groups)\/.+?(?=\/(?:projects|descendant_groups|members|labels|notification_settings|repository)\b|$)/,
        '/$1/:id',
      )
      .replace(/\/files\/.*$/, '/files/:file')
      .replace(/\/\d+$/, '/:id');
    const name = `${method} ${route}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** A sandbox with so many customers beside the demo's own, and their paths. */
async function crowded(count: number) {
  const sandbox = await startSandbox({latencyMs});
  const world = demoWorld();
  const paths = addCustomers(world, count);
  sandbox.reset(world);
  return {sandbox, paths};
}

/** Opens the wide view for so many customers and waits until all are read, then once more. */
async function readAll(count: number): Promise<Reading> {
  const {sandbox} = await crowded(count);
  const {context, close} = await launch('chromium', {sandboxPort: sandbox.port, isMeasured: true});
  await signIn(context, sandbox.world, 'dana');
  const page = context.pages()[0] ?? (await context.newPage());
  const panel = new PanelDriver(page);
  await page.goto(places.root);
  const open = panel.aside.getByRole('button', {name: 'All customers'});
  const view = page.getByRole('dialog', {name: 'All customers'});
  const again = view.getByRole('button', {name: 'Refresh', exact: true});
  await open.waitFor();
  const session = await context.newCDPSession(page);
  let memory = 0;
  const sample = setInterval(async () => {
    const {usedSize} = await session.send('Runtime.getHeapUsage').catch(() => ({usedSize: 0}));
    memory = Math.max(memory, usedSize / 1_000_000);
  }, 500);
  await page.evaluate(watch);
  const button = await open.boundingBox();
  if (button === null) throw new Error('The button is out of sight.');
  const traced = await traceTasks(session);
  // All of the browser's processes are busy for a moment when a trace begins.
  await page.waitForTimeout(1_000);
  sandbox.log.length = 0;
  // Not by the locator, which works in the page.
  await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
  // It begins with the user's own customers.
  await view.getByRole('button', {name: /^All \d/}).click();
  const limit = performance.now() + patience;
  while (!(await page.evaluate('globalThis.benchSeen.end'))) {
    if (performance.now() > limit)
      throw new Error(`${count} customers were not read within ${patience / 60_000} minutes.`);
    await page.waitForTimeout(250);
  }
  const requests = sandbox.log.length;
  const most = mostInAMinute(sandbox.log);
  const routes = routesOf(sandbox.log);
  const tasks = await traced();
  const seen = await page.evaluate<{row: number; verdict: number; end: number}>('globalThis.benchSeen');
  clearInterval(sample);
  sandbox.log.length = 0;
  await again.click();
  await again.waitFor({timeout: 120_000});
  const rescan = sandbox.log.length;
  await close();
  await sandbox.close();
  return {
    // Of the world's, only the template is none.
    customers: sandbox.world.projects.length - 1,
    requests,
    rescan,
    firstRow: seen.row / 1_000,
    firstVerdict: seen.verdict / 1_000,
    lastVerdict: seen.end / 1_000,
    memory,
    tasks,
    mostInAMinute: most,
    routes,
  };
}

/**
 * What reading so many customers takes, beside a plain client: medians, and of the tasks the worst.
 *
 * @param times how often it is read
 */
export async function portfolioFigures(count: number, times: number): Promise<PortfolioFigures> {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const first = await readAll(count);
  const readings = [first];
  while (readings.length < times) readings.push(await readAll(count));
  const middle = (figure: (reading: Reading) => number) => median(readings.map(figure));
  const {sandbox, paths} = await crowded(count);
  const plain = await plainClient(sandbox, paths.slice(0, plainCustomers));
  await sandbox.close();
  return {
    customers: first.customers,
    routes: first.routes,
    requests: middle(({requests}) => requests),
    rescan: middle(({rescan}) => rescan),
    firstRow: middle(({firstRow}) => firstRow),
    firstVerdict: middle(({firstVerdict}) => firstVerdict),
    lastVerdict: middle(({lastVerdict}) => lastVerdict),
    memory: middle(({memory}) => memory),
    mostInAMinute: middle(({mostInAMinute}) => mostInAMinute),
    tasks: worstOf(readings.map(({tasks}) => tasks)),
    plain,
  };
}
