import type {Locator, Page} from '@playwright/test';
import {expect, type PanelDriver, places} from './fixtures.ts';

/** The wide view of all customers. */
export const wide = (page: Page): Locator => page.getByRole('dialog', {name: 'All customers'});

/** Opens it on a group's page. */
export async function openAll(page: Page, panel: PanelDriver, url: string = places.root): Promise<Locator> {
  await page.goto(url);
  await panel.aside.getByRole('button', {name: 'All customers'}).click();
  return wide(page);
}

/** What is asked once of each customer that is read: where these answers are held, so is the reading. */
export const ofEachCustomer = {path: /^\/projects\/.+\/notification_settings$/};

/** Waits until all are read. */
export async function read(view: Locator): Promise<void> {
  await expect(view.getByRole('button', {name: 'Refresh', exact: true})).toBeVisible({timeout: 60_000});
}

export const row = (view: Locator, path: string): Locator => view.locator(`[data-customer="${path}"]`);
export const cell = (view: Locator, path: string, check: string): Locator =>
  row(view, path).locator(`td[data-check="${check}"]`);
