import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, type Page} from '@playwright/test';
import {startSandbox} from '../sandbox/index.ts';
import {PanelDriver, places} from '../tests/e2e/support/fixtures.ts';
import {allStepsDone} from '../tests/e2e/support/flows.ts';
import {Hand} from '../tests/e2e/support/hand.ts';
import {launch, signIn} from '../tests/e2e/support/launch.ts';

/** What a flow takes, and what the same takes by hand in GitLab's own pages. */
export interface FlowFigures {
  readonly flow: string;
  readonly clicks: number;
  /** Of pages, after the one that it begins on. */
  readonly loads: number;
  readonly requests: number;
  /** Clicks and page loads of the handbook's way. */
  readonly byHand: {readonly clicks: number; readonly loads: number};
}

type Flow = (page: Page, panel: PanelDriver, hand: Hand) => Promise<void>;

const logo = readFileSync(path.resolve(import.meta.dirname, '../public/icons/128.png'));

/** From the segment's page to a checklist in which every row is right. */
const newCustomer: Flow = async (_page, panel, hand) => {
  const {aside} = panel;
  await hand.click(aside.getByRole('button', {name: 'Set up a customer'}));
  // The first field has the focus; the others are reached with Tab.
  await aside.getByLabel('Customer’s name', {exact: true}).fill('Stark Industries');
  await hand.file(aside.getByLabel('Logo', {exact: true}), 'stark.png', logo);
  await expect(aside.getByRole('img', {name: 'The logo as a square'})).toBeVisible();
  await aside.getByLabel('People to invite as Developers').fill('pepper@stark.example');
  await expect(aside.getByText(/^\d+ filled automatically$/)).toBeVisible();
  for (const field of await aside.locator('textarea.value').all()) {
    if ((await field.inputValue()) === '') await field.fill('known by heart');
  }
  await hand.click(aside.getByRole('button', {name: 'Review', exact: true}));
  await hand.click(aside.getByRole('button', {name: 'Set up Stark Industries'}));
  await expect(allStepsDone(panel)).toBeVisible();
  for (const id of ['pre-sales', 'maintainers', 'introduced']) await hand.click(panel.fix(id));
  await expect(aside.getByText('Stark Industries is ready: everything is done')).toBeVisible();
};

/** From the project in pre-sales until it is in the customer's group and followed. */
const fromPreSales: Flow = async (page, panel, hand) => {
  const {aside} = panel;
  await hand.click(aside.getByRole('button', {name: 'Take over from pre-sales'}));
  await hand.click(aside.getByLabel(/Pricing, internal/));
  await hand.click(
    aside.getByLabel(
      'The SA (Solutions Architect) and SAE (Strategic Account Executive) agreed to this and to keeping the other issues',
    ),
  );
  await hand.click(aside.getByRole('radio', {name: 'EMEA'}));
  await hand.click(aside.getByRole('button', {name: 'Review', exact: true}));
  await hand.click(aside.getByRole('button', {name: /^Take over (?!from)/}));
  await page.waitForURL(/emea\/initech/);
  await expect(allStepsDone(panel)).toBeVisible();
};

/** From the project of another CSM until its README names the new one, it is followed, and looked through. */
const fromAnotherCsm: Flow = async (_page, panel, hand) => {
  const {aside} = panel;
  await hand.click(aside.getByRole('button', {name: 'Take over from another CSM'}));
  await expect(aside.getByLabel('Replace “@robin” with')).toHaveValue('@dana');
  await hand.click(aside.getByRole('button', {name: /^Take over (?!from)/}));
  await expect(allStepsDone(panel)).toBeVisible();
  for (const id of ['handover-review', 'introduced']) await hand.click(panel.fix(id));
  await panel.expectVerdict('introduced', 'pass');
};

const flows: readonly (readonly [string, string, FlowFigures['byHand'], Flow])[] = [
  ['new customer, to a green checklist', `${places.root}/emea`, {clicks: 92, loads: 28}, newCustomer],
  ['from pre-sales', places.initech, {clicks: 20, loads: 8}, fromPreSales],
  ['from another CSM', places.hooli, {clicks: 39, loads: 8}, fromAnotherCsm],
];

/** Goes through each flow as a person does, in a browser, and counts. */
export async function flowFigures(): Promise<FlowFigures[]> {
  const sandbox = await startSandbox();
  const figures: FlowFigures[] = [];
  for (const [flow, url, byHand, go] of flows) {
    sandbox.reset();
    const {context, close} = await launch('chromium', {sandboxPort: sandbox.port, isMeasured: true});
    await signIn(context, sandbox.world, 'dana');
    const page = context.pages()[0] ?? (await context.newPage());
    const panel = new PanelDriver(page);
    await page.goto(url);
    await page.waitForLoadState();
    await expect(panel.aside.getByRole('button', {name: /^(Set up|Take over)/}).first()).toBeVisible();
    sandbox.log.length = 0;
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    const hand = new Hand();
    await go(page, panel, hand);
    figures.push({flow, clicks: hand.clicks, loads, requests: sandbox.log.length, byHand});
    await close();
  }
  await sandbox.close();
  return figures;
}
