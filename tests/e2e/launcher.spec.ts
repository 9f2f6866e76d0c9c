import {expect, PanelDriver, places, test} from './support/fixtures.ts';

/** One page that names no place, and one of each kind that lies elsewhere; contract tests ask of the others what they show. */
const elsewhere = {
  dashboard: 'https://gitlab.com/',
  'template project': places.template,
  'group outside of the workspace': 'https://gitlab.com/gitlab-com',
};

test('is on no page but those of the workspace @firefox', async ({context, page, panel, signIn, sandbox}) => {
  await signIn('dana');
  const pages = [];
  for (const [name, url] of Object.entries(elsewhere)) {
    const other = await context.newPage();
    await other.goto(url);
    pages.push({name, other});
  }
  expect(sandbox.log, 'requests of the extension').toEqual([]);
  // Where it belongs it comes, and what was opened before has had its turn by then.
  await page.goto(places.acme);
  await panel.settled();
  for (const {name, other} of pages) await expect(other.locator('csm-checklist'), name).toHaveCount(0);
  const asked = sandbox.log.filter(({path}) => /^\/projects\/.*\/notification_settings$/.test(path));
  expect(asked, 'one page is read').toHaveLength(1);
});

test('puts one element into the page and changes nothing else @firefox', async ({page, panel, signIn, sandbox}) => {
  await signIn('dana');
  await page.goto(places.acme);
  await panel.settled();
  const found = await page.evaluate(async address => {
    const html = await (await fetch(address)).text();
    const served = new DOMParser().parseFromString(html, 'text/html');
    const shape = (root: Document) => {
      const body = root.body.cloneNode(true) as HTMLElement;
      for (const node of body.querySelectorAll('csm-checklist')) node.remove();
      return body.outerHTML;
    };
    return {
      panels: document.querySelectorAll('csm-checklist').length,
      attributes: document.querySelector('csm-checklist')?.attributes.length,
      same: shape(document) === shape(served),
      classes: document.documentElement.className === served.documentElement.className,
      sheets: document.adoptedStyleSheets.length,
      globals: Object.keys(window).filter(key => /csm/i.test(key)),
    };
  }, places.acme);
  expect(found).toEqual({panels: 1, attributes: 0, same: true, classes: true, sheets: 0, globals: []});
  expect(sandbox.log.every(({path}) => !path.includes('undefined'))).toBe(true);
});

test('an element of the page with the name of its registry is none; injected twice, there is still one panel', async ({
  context,
  signIn,
  background,
  sandbox,
}) => {
  await signIn('dana');
  const page = await context.newPage();
  const panel = new PanelDriver(page);
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const element = document.createElement('i');
      element.id = 'csmChecklist';
      document.body.append(element);
    });
  });
  await page.goto(places.acme);
  await panel.settled();
  await panel.expectVerdict('readme', 'pass');
  const injected = await background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({url: 'https://gitlab.com/*'});
    return chrome.scripting.executeScript({target: {tabId: tab?.id ?? 0}, files: ['panel.js']});
  });
  expect(injected).toHaveLength(1);
  sandbox.log.length = 0;
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await panel.settled();
  await panel.expectVerdict('visibility', 'pass');
  await expect(page.locator('csm-checklist')).toHaveCount(1);
  expect(
    sandbox.log.filter(({path}) => /^\/projects\/.*\/notification_settings$/.test(path)),
    'it is read once',
  ).toHaveLength(1);
});
