import type {Sandbox} from '../../sandbox/index.ts';
import {expect, PanelDriver, paths, places, test} from './support/fixtures.ts';

/** Waits until it was asked at the end of a reading who is signed in; another answer than at its beginning takes the rows away. */
async function readToItsEnd(sandbox: Sandbox): Promise<void> {
  await expect.poll(() => sandbox.log.filter(({path}) => path === '/user').length).toBe(1);
}

test.beforeEach(async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
});

test('a double click does nothing twice, and a second tab sees what was done', async ({
  page,
  panel,
  sandbox,
  context,
}) => {
  const other = await context.newPage();
  await other.goto(places.globex);
  await expect(other.locator('[data-check="visibility"]')).toHaveAttribute('data-verdict', 'fail');
  const answers = sandbox.faults.hold({path: /./});
  await panel.fix('visibility').dblclick();
  answers();
  await panel.expectVerdict('visibility', 'pass');
  // The second tab sees it without being asked, and has nothing left to do.
  await new PanelDriver(other).expectVerdict('visibility', 'pass');
  await expect(other.locator('[data-fix="visibility"]')).toHaveCount(0);
  const writes = sandbox.log.filter(({method}) => method === 'PUT');
  expect(writes).toHaveLength(1);
  await page.bringToFront();
});

test('does not write for another user than the page was made for', async ({panel, signIn, sandbox}) => {
  await readToItsEnd(sandbox);
  await signIn('robin');
  await panel.fix('notifications').click();
  // At first at the row, then, once it was read again, of the whole page.
  const words = 'You’re signed in as robin now. This page was loaded for dana.';
  await expect(panel.aside.getByRole('alert').filter({hasText: words}).first()).toBeVisible();
  expect(sandbox.log.filter(({method}) => method !== 'GET')).toEqual([]);
});

test('a session that expires in between is said so', async ({page, panel, sandbox}) => {
  await readToItsEnd(sandbox);
  await panel.fix('readme').click();
  await panel.aside.getByRole('button', {name: 'Open wide editor'}).click();
  const field = panel.aside.getByLabel('[SPONSOR NAME]', {exact: true});
  await field.fill('Bob');
  await expect(panel.aside.getByRole('button', {name: 'Commit to main'})).toHaveAttribute('aria-disabled', 'false');
  sandbox.world.expireSessions();
  await field.press('End');
  await field.press('Control+Enter');
  await field.press('End');
  await field.press('Control+Enter');
  await expect(panel.row('readme').getByText('What you typed is kept.')).toBeVisible();
  // The rows say nothing any more, so the focus is where it is said why, and that stays in sight.
  await page.keyboard.press('Escape');
  const notice = panel.aside.getByRole('alert').filter({has: page.getByRole('link', {name: 'Sign in'})});
  await expect(notice).toBeFocused();
  await panel.aside.locator('.body').evaluate(body => body.scrollTo(0, body.scrollHeight));
  await expect(notice).toBeInViewport({ratio: 1});
  await expect(panel.row('readme').getByRole('heading').first()).toHaveText('Couldn’t check: README is filled in');
  // GitLab leads back here, where nothing is lost.
  await notice.getByRole('link').click();
  await page.getByRole('link', {name: 'Dana'}).click();
  await panel.settled();
  await expect(field).toHaveValue('Bob');
});

test('leaving the page in the middle of a change does nothing twice, and the next page tells what is true @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  const answers = sandbox.faults.hold({method: 'PUT', path: /^\/projects\/\d+$/});
  await panel.fix('visibility').click();
  await expect.poll(answers.arrived).toBe(1);
  expect(sandbox.world.project(paths.globex).visibility).toBe('private');
  await page.reload();
  await panel.settled();
  await panel.expectVerdict('visibility', 'pass');
  await expect(panel.undo('visibility')).toHaveCount(0);
  answers();
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await panel.settled();
  await panel.expectVerdict('visibility', 'pass');
  const writes = () => sandbox.log.filter(({method}) => method === 'PUT').length;
  await expect.poll(writes).toBe(1);
  expect(answers.arrived()).toBe(1);
});

test('invites a pasted list of people, says who could not be invited and why, and undoes it @firefox', async ({
  page,
  panel,
  sandbox,
}) => {
  const project = sandbox.world.project(paths.globex);
  sandbox.world.addUser({username: 'hank', name: 'Hank Scorpio', publicEmail: 'hank@globex.example'});
  sandbox.world.addUser({username: 'frank', name: 'Frank Grimes'});
  await panel.fix('members').click();
  const list = panel.aside.getByLabel('Email addresses or usernames');
  await expect(list).toBeFocused();
  const others = Array.from({length: 9}, (_, index) => `person${index}@globex.example`).join('\n');
  const answers = sandbox.faults.hold({path: /^\/graphql$/});
  await panel.pastePeople(
    list,
    `"Scorpio, Hank" <hank@globex.example>, ann@globex.example\n@frank\n@nobody; x@blocked.example; Ann Other\n${others}`,
  );
  const form = panel.aside.getByRole('form', {name: 'Invite people'});
  await form.getByRole('button', {name: 'Invite 13 people'}).click();
  await expect(panel.aside.getByRole('button', {name: 'Checking…'})).toHaveAttribute('aria-disabled', 'true');
  answers();
  // It goes on by itself once everybody is looked up, or stops at whom it cannot invite.
  await expect(form.getByRole('button', {name: 'Edit @nobody'})).toBeFocused();
  await expect(panel.person('@frank')).toContainText('Frank Grimes @frank');
  await expect(panel.person('Ann Other')).toContainText('Not an email or @username.');
  await expect(panel.person('@nobody')).toContainText('No GitLab user has this username, or the account is blocked.');
  await expect(form).toContainText('Answer the question about 1 person');
  const button = panel.aside.getByRole('button', {name: 'Invite 12 people'});
  await expect(button).toBeVisible();
  // However many they are: the input, what is asked, and the button are in sight, none below another.
  for (const size of [
    {width: 400, height: 720},
    {width: 1280, height: 720},
  ]) {
    await page.setViewportSize(size);
    await list.focus();
    await page.keyboard.press('End');
    await expect(async () => {
      const [field, bar] = await Promise.all([list.boundingBox(), button.boundingBox()]);
      expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    }).toPass();
    for (const part of [list, button, form.getByRole('button', {name: 'Keep blocked.example'})])
      await expect(part).toBeInViewport({ratio: 1});
  }
  await form.getByRole('button', {name: 'Keep blocked.example'}).click();
  await panel.aside.getByRole('button', {name: 'Invite 13 people'}).click();
  await panel.expectVerdict('members', 'fail');
  const result = form.getByRole('region', {name: 'Result'});
  await expect(result).toBeFocused();
  await expect(result).toBeInViewport();
  await expect(result).toContainText('12 of 13 people invited.');
  await expect(form.getByRole('listitem')).toHaveCount(3);
  await expect(panel.person('x@blocked.example')).toContainText(
    "The member's email address is not allowed for this project.",
  );
  await expect(panel.row('members')).toHaveClass(/\btodo\b/);
  await expect(panel.aside.getByText(/^Change made|^Invited 12 people/), 'it is said once').toHaveCount(0);
  await expect(panel.row('members').getByRole('button', {name: 'Undo'})).toBeVisible();
  await form.getByRole('button', {name: 'Retry x@blocked.example'}).click();
  await expect(result).toBeFocused();
  await expect(result).toContainText('No one was invited.');
  await expect(panel.row('members')).toContainText('Hank Scorpio (@hank): Developer');
  await expect(panel.row('members')).toContainText('3 people aren’t invited: x@blocked.example, @nobody, Ann Other.');
  expect(sandbox.log.filter(({method}) => method === 'POST')).toHaveLength(2);
  await page.keyboard.press('Escape');
  sandbox.world.acceptInvitation(paths.globex, 'ann@globex.example', 'kim');
  await panel.aside.getByRole('button', {name: 'Refresh', exact: true}).click();
  await panel.settled();
  await panel.takeBack('members');
  await expect(panel.aside.getByRole('form', {name: 'Confirm'})).toContainText(
    'ann@globex.example accepted as Kim Novak (@kim), who loses access.',
  );
  await panel.sure('members').click();
  await panel.expectVerdict('members', 'fail');
  await expect(panel.row('members').getByRole('alert')).toContainText(
    'ann@globex.example had accepted as Kim Novak (@kim), who lost access.',
  );
  expect(project.invitations).toEqual([]);
  expect(project.members.size).toBe(0);
});

test('what could not be loaded is said, and asked for again with the next click', async ({
  panel,
  sandbox,
  background,
}) => {
  // What the page loads by itself is there.
  await panel.kept();
  await background.evaluate(() => {
    const {executeScript} = chrome.scripting;
    // Once: from then on it does what it did.
    chrome.scripting.executeScript = (async () => {
      chrome.scripting.executeScript = executeScript;
      throw new Error('The frame was removed.');
    }) as typeof executeScript;
  });
  await panel.fix('visibility').click();
  await expect(panel.row('visibility').getByRole('alert')).toContainText('Couldn’t load part of the extension.');
  expect(sandbox.world.project(paths.globex).visibility).toBe('public');
  await panel.fix('visibility').click();
  await panel.expectVerdict('visibility', 'pass');
  // What is next, and not the button that would make it public again.
  await expect(panel.row('group-visibility')).toBeFocused();
});
