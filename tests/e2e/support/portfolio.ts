import type {Locator, Page} from '@playwright/test';
import {expect, type PanelDriver, places} from './fixtures.ts';

/** The wide view of all customers. */
export const wide = (page: Page): Locator => page.getByRole('dialog', {name: 'All customers'});

/** Opens it on a group's page: it begins with the user's own customers. */
export async function openMine(page: Page, panel: PanelDriver, url: string = places.root): Promise<Locator> {
  await page.goto(url);
  await panel.aside.getByRole('button', {name: 'All customers'}).click();
  return wide(page);
}

/** Shows all customers, not only the user's own. */
export const showAll = (view: Locator): Promise<void> => view.getByRole('button', {name: /^All \d/}).click();

/** Opens it on a group's page, and shows all customers. */
export async function openAll(page: Page, panel: PanelDriver, url: string = places.root): Promise<Locator> {
  const view = await openMine(page, panel, url);
  await showAll(view);
  return view;
}

/** The field in which customers are searched and filtered. */
export const search = (view: Locator): Locator => view.getByRole('combobox', {name: 'Search or filter customers'});

/** The filters that stand in it. */
export const tokens = (view: Locator): Locator => view.locator('[data-token]');

/** Adds a filter as someone does who looks what there is: its kind, then its value. */
export async function filter(view: Locator, kind: 'Segment' | 'To do' | 'State', value: string): Promise<void> {
  await search(view).click();
  await view.getByRole('option', {name: kind, exact: true}).click();
  await view.getByRole('option', {name: `${kind}: ${value}`, exact: true}).click();
}

/** Opens what else there is about refreshing. */
export const refreshMenu = (view: Locator): Promise<void> =>
  view.getByRole('button', {name: 'More ways to refresh'}).click();

/** Refreshes all customers, also those in which nothing changed. */
export async function refreshAll(view: Locator): Promise<void> {
  await refreshMenu(view);
  await view.getByRole('button', {name: 'Refresh all'}).click();
}

/** Opens the saved views. */
export const openViews = (view: Locator): Promise<void> =>
  view.getByRole('button', {name: 'Saved views', exact: true}).click();

/** Opens the exports, and what else there is. */
export const openMore = (view: Locator): Promise<void> => view.getByRole('button', {name: 'Export and more'}).click();

/** What is asked once of each customer that is read: where these answers are held, so is the reading. */
export const ofEachCustomer = {path: /^\/projects\/.+\/notification_settings$/};

/** Waits until all are read. */
export async function read(view: Locator): Promise<void> {
  await expect(view.getByRole('button', {name: 'Refresh', exact: true})).toBeVisible({timeout: 60_000});
}

export const row = (view: Locator, path: string): Locator => view.locator(`[data-customer="${path}"]`);
export const cell = (view: Locator, path: string, check: string): Locator =>
  row(view, path).locator(`td[data-check="${check}"]`);
