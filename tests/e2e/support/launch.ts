import {copyFile, mkdir, mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {type BrowserContext, chromium, firefox} from '@playwright/test';
import type {World} from '../../../sandbox/world.ts';
import {scrollBeforeClicks} from './clicks.ts';
import {connectMarionette, type Marionette} from './marionette.ts';
import {startProxy} from './proxy.ts';

export type BrowserName = 'chromium' | 'firefox';

/** A browser with the built extension, for which gitlab.com is the sandbox. */
export interface Launched {
  readonly context: BrowserContext;
  /** Makes it as good as new: one empty page, no cookies, and nothing of what the extension kept. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly sandboxPort: number;
  readonly headless?: boolean;
  /** Whether it is measured how quick pages are: they run as a user's do then. */
  readonly isMeasured?: boolean;
  /** A profile that stays; a fresh one by default. */
  readonly profile?: string;
}

const dist = path.resolve(import.meta.dirname, '../../../dist');
const viewport = {width: 1280, height: 800};
/** Drawing the pulse of rows that are read took 7 % of the time of the tests of fixes and moves. */
const reducedMotion = 'reduce';

/**
 * Leaves one empty page: the browser's first one, since a new one takes a sixth of the time of Chromium's tests. A test that gives its page
 * a script for all documents opens one of its own, which is closed here.
 */
async function startAnew(context: BrowserContext): Promise<void> {
  const [first, ...others] = context.pages();
  await Promise.all(others.map(page => page.close()));
  const page = first ?? (await context.newPage());
  page.removeAllListeners();
  await page.goto('about:blank');
  await page.setViewportSize(viewport);
  await context.clearCookies();
}

/** Empties what the extension keeps, from within its background. */
async function forgetAll(): Promise<void> {
  const done = (request: IDBRequest | IDBOpenDBRequest) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await chrome.storage.local.clear();
  await chrome.storage.sync.clear();
  await chrome.storage.session.clear();
  for (const {name = ''} of await indexedDB.databases()) {
    const database = (await done(indexedDB.open(name))) as IDBDatabase;
    for (const store of database.objectStoreNames) {
      await done(database.transaction(store, 'readwrite').objectStore(store).clear());
    }
    database.close();
  }
}

async function launchChromium(
  profile: string,
  {sandboxPort, headless = true, isMeasured = false}: LaunchOptions,
): Promise<Launched> {
  const extension = path.join(dist, 'chromium');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless,
    viewport,
    reducedMotion,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP gitlab.com:443 127.0.0.1:${sandboxPort}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
      // Pages of tests live too briefly for code to be worth optimizing: a quarter of their time.
      ...(isMeasured ? [] : ['--js-flags=--no-opt --no-maglev --min-semi-space-size=32']),
    ],
  });
  return {
    context,
    async renew() {
      await startAnew(context);
      await context.clearPermissions();
      const [background] = context.serviceWorkers();
      if (!background) throw new Error('The extension has no background that a test can reach.');
      await background.evaluate(forgetAll);
    },
    close: () => context.close(),
  };
}

async function launchFirefox(profile: string, {sandboxPort, headless = true}: LaunchOptions): Promise<Launched> {
  const proxy = await startProxy(sandboxPort);
  const manifest = JSON.parse(await readFile(path.join(dist, 'firefox/manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  const built = path.join(dist, 'csm-checklist-firefox.xpi');
  const xpi = path.join(profile, 'extensions', `${id}.xpi`);
  await mkdir(path.dirname(xpi), {recursive: true});
  await copyFile(built, xpi);
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless,
    viewport,
    reducedMotion,
    args: ['--marionette'],
    ignoreHTTPSErrors: true,
    firefoxUserPrefs: {
      'extensions.autoDisableScopes': 0,
      'xpinstall.signatures.required': false,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'marionette.port': 0,
      // One process for all pages, started when a page needs it, is quicker on a machine with few processors.
      'fission.autostart': false,
      'dom.ipc.processCount': 1,
      'dom.ipc.processPrelaunch.enabled': false,
    },
  });
  let marionette: Marionette | undefined;
  return {
    context,
    async renew() {
      await startAnew(context);
      marionette ??= await connectMarionette(
        Number(await readFile(path.join(profile, 'MarionetteActivePort'), 'utf8')),
      );
      await marionette.send('Addon:Uninstall', {id});
      await marionette.send('Addon:Install', {path: built, temporary: true});
    },
    async close() {
      // Not before: Firefox does not quit after the one that controls it went away.
      await context.close();
      marionette?.close();
      await proxy.close();
    },
  };
}

export const newProfile = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'csm-checklist-'));

export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, {recursive: true, force: true, maxRetries: 3});

/** Starts a browser with the extension of `dist/`, which must have been built. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Launched> {
  const profile = options.profile ?? (await newProfile());
  const launched = await (name === 'firefox' ? launchFirefox : launchChromium)(profile, options);
  const {context} = launched;
  scrollBeforeClicks(context.pages()[0] ?? (await context.newPage()));
  return {
    ...launched,
    async close() {
      await launched.close();
      if (options.profile === undefined) await removeProfile(profile);
    },
  };
}

/** Signs a user of the sandbox in, as GitLab's own page would. */
export async function signIn(context: BrowserContext, world: World, username: string): Promise<void> {
  const {cookie} = world.signIn(username);
  await context.addCookies([
    {
      name: '_gitlab_session',
      value: cookie,
      domain: 'gitlab.com',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'None',
    },
  ]);
}
