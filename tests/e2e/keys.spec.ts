import type {Page} from '@playwright/test';
import {expect, type PanelDriver, places, test} from './support/fixtures.ts';

/** What leads away from the page, or takes away all that is to be pressed. */
const leavesOut = /^(Close CSM checklist|Reload page)$/;

/** Marks the next button in sight that was not pressed yet, those of an open menu first. @returns what it is called */
function nextButton(page: Page, pressed: readonly string[]): Promise<string | undefined> {
  return page.locator('csm-checklist').evaluate(
    (host, [known, out]) => {
      const root = host.shadowRoot;
      root?.querySelector('[data-next]')?.removeAttribute('data-next');
      const nameOf = (button: Element) =>
        `${button.closest('[data-check]')?.getAttribute('data-check') ?? ''} ${button.getAttribute('aria-label') ?? button.textContent}`.trim();
      const all = [...(root?.querySelectorAll<HTMLElement>('.menu > ul button, .panel button') ?? [])];
      const next = all.find(
        button =>
          button.checkVisibility({visibilityProperty: true}) &&
          button.getAttribute('aria-disabled') !== 'true' &&
          !known.includes(nameOf(button)) &&
          !new RegExp(out).test(nameOf(button)),
      );
      next?.setAttribute('data-next', '');
      return next && nameOf(next);
    },
    [pressed, leavesOut.source] as const,
  );
}

/** What has the focus after a button was pressed that is gone then: the button, with its item before it, and the pattern of what has it. */
const handedOn: readonly (readonly [RegExp, string])[] = [
  [/^More about this checklist$/, '^button Journal$'],
  [/^(Journal|Export|Stored in this browser)$/, '^region $1'],
  [/^Copy link$|^Close (?:Journal.*|Export|Stored in this browser)$/, '^button More about this checklist$'],
  [/^Fix \d items?$/, '^region Fix all$'],
  [/^Make \d changes?$/, '^item pre-sales$'],
  // The first of what a menu offers, and from there the field that it opens.
  [/^(\S+) More actions: .*$/, '^button $1 Mark as '],
  [/^(\S+) Mark as (?:not applicable: .*|done with a note)$/, '^textarea $1$'],
  [/^(\S+) Copy link$/, '^button $1 More actions: '],
  [/^pre-sales Search pre-sales$/, '^input pre-sales Customer or project$'],
  // What is open next; an item of another playbook stays where it is.
  [/^pre-sales Mark as done$/, '^item avatar$'],
  [/^avatar Upload this logo$/, '^item readme$'],
  [/^(?:maintainers|introduced) Mark as done$/, '^item issue-templates$'],
  [/^(issues-reviewed|handover-review) Mark as done$/, '^item $1$'],
  // It comes before Undo until what was said is kept.
  [/^(\S+) Mark as not done$/, '^item $1$'],
  [/^(\S+) (?:Undo: .*|Undo commit|Commit to main)$/, '^item $1$'],
  // In the form of files: what took its place, or what is around its line.
  [/^(\S+) Keep as it is$/, '^button $1 Fill in \\['],
  [/^(\S+) (?:Fill in \[|Use “).*$/, '^textarea $1\\b'],
  [/^(\S+) (?:Not a placeholder|Treat \[.*)$/, '^dialog $1 Fill in '],
  [/^(\S+) Discard draft$/, '^region $1 Discard draft$'],
  [/^(\S+) Discard for good$/, '^textarea $1$'],
  // A message that offers Undo comes and goes.
  [/^Undo all$/, '^region Undo all changes$'],
  [/^Undo .*$/, '^(?:item|form) '],
];

/** Looks whether the button that was pressed last is gone, and what has the focus: its role and what it is called; '' where it is lost. */
function focusAfter(page: Page): Promise<{readonly isGone: boolean; readonly focus: string}> {
  return page.evaluate(() => {
    const host = document.activeElement;
    const root = document.querySelector('csm-checklist')?.shadowRoot;
    const pressed = root?.querySelector('[data-next]');
    const isGone = pressed?.checkVisibility({visibilityProperty: true}) !== true;
    const focused = host?.localName === 'csm-checklist' ? root?.activeElement : null;
    if (!focused) return {isGone, focus: ''};
    const roles: Readonly<Record<string, string>> = {a: 'link', aside: 'panel', li: 'item', section: 'region'};
    const role = focused.getAttribute('role') ?? roles[focused.localName] ?? focused.localName;
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
    const own = focused.getAttribute('aria-label') ?? label ?? (role === 'button' ? focused.textContent : '');
    const item = focused.closest('[data-check]')?.getAttribute('data-check') ?? '';
    return {isGone, focus: [role, item, own].filter(Boolean).join(' ')};
  });
}

/** What is wrong with where the focus is after a button was pressed. */
function faultOf(
  name: string,
  {isGone, focus}: {readonly isGone: boolean; readonly focus: string},
): string | undefined {
  if (focus === '') return `${name}: the focus is lost`;
  if (!isGone) return undefined;
  const [pressed, pattern] = handedOn.find(([one]) => one.test(name)) ?? [];
  if (pressed && pattern && new RegExp(name.replace(pressed, pattern)).test(focus)) return undefined;
  return `${name}: the focus is at “${focus}”`;
}

/** Presses every button that comes in sight, once each. @returns what went wrong */
async function pressAll(page: Page, panel: PanelDriver): Promise<string[]> {
  const wrong: string[] = [];
  const pressed: string[] = [];
  for (let name = await nextButton(page, pressed); name !== undefined; name = await nextButton(page, pressed)) {
    // A message that offers Undo comes and goes.
    const isThere = await page
      .locator('csm-checklist [data-next]')
      .focus({timeout: 2_000})
      .then(
        () => true,
        () => false,
      );
    if (!isThere) continue;
    pressed.push(name);
    // Whoever presses another key in between means what has the focus.
    await page.keyboard.press('F9');
    await page.keyboard.press('Enter');
    await expect(panel.aside.locator('[data-check][aria-busy="true"]')).toHaveCount(0);
    // The first form that is opened takes the focus when it is loaded.
    await expect(panel.aside.getByText('Loading…', {exact: true})).toHaveCount(0);
    let fault: string | undefined;
    await expect
      .poll(
        async () => {
          fault = faultOf(name ?? '', await focusAfter(page));
          return fault;
        },
        {timeout: 2_000},
      )
      .toBeUndefined()
      .catch(() => undefined);
    if (fault === undefined) continue;
    wrong.push(fault);
    if ((await focusAfter(page)).focus === '') await panel.aside.focus();
  }
  // About 60: a message that offers Undo comes and goes.
  expect(pressed.length).toBeGreaterThan(50);
  return wrong;
}

/** The keys that the page heard. */
function keysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as {sandboxKeys: string[]}).sandboxKeys);
}

test('every button can be pressed by key: the focus goes on to where it belongs, and the page hears no key', async ({
  page,
  panel,
  signIn,
}) => {
  // It presses about a hundred buttons.
  test.slow();
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  expect(await pressAll(page, panel)).toEqual([]);
  expect(await keysOf(page)).toEqual([]);
});

test('works by keyboard: into the form, Escape out of it, Escape closes, nothing reaches the page’s shortcuts @firefox', async ({
  page,
  panel,
  signIn,
}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
  await panel.fix('readme').focus();
  await page.keyboard.press('Enter');
  await expect(panel.aside.getByLabel('[SPONSOR NAME]', {exact: true})).toBeFocused();
  await page.keyboard.type('st?/');
  await page.keyboard.press('Escape');
  await expect(panel.aside.getByRole('form')).toHaveCount(0);
  await expect(panel.fix('readme')).toBeFocused();
  const {fixAll} = panel;
  await fixAll.focus();
  await page.keyboard.press('Enter');
  await expect(panel.aside.getByRole('region', {name: 'Fix all'})).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(fixAll).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel.tab).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.aside).toBeFocused();
  expect(await keysOf(page)).toEqual([]);
  await panel.fix('readme').click();
  await expect(panel.aside.getByLabel('[SPONSOR NAME]', {exact: true}), 'what was typed is kept').toHaveValue('st?/');
});
