import {writeFile} from 'node:fs/promises';
import {expect, paths, places, test} from './support/fixtures.ts';

test.beforeEach(async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
});

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200" fill="#c00"/><circle cx="100" cy="100" r="80" fill="#fff"/></svg>';

/** An uncompressed picture of about this many bytes. */
function bitmap(bytes: number): Buffer {
  const width = 1_000;
  const height = Math.ceil(bytes / (width * 3));
  const data = Buffer.alloc(54 + width * 3 * height);
  data.write('BM');
  data.writeUInt32LE(data.length, 2);
  data.writeUInt32LE(54, 10);
  data.writeUInt32LE(40, 14);
  data.writeInt32LE(width, 18);
  data.writeInt32LE(height, 22);
  data.writeUInt16LE(1, 26);
  data.writeUInt16LE(24, 28);
  for (let index = 54; index < data.length; index += 1) data[index] = (index * 2_654_435_761) >>> 24;
  return data;
}

/** Two frames of one pixel. */
const animation = Buffer.from(
  'R0lGODlhAQABAIAAAP8AAAAA/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEAAAICTAEAOw==',
  'base64',
);

const pictures = {
  'an SVG': {name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg)},
  'an animated GIF': {name: 'logo.gif', mimeType: 'image/gif', buffer: animation},
  'a picture of 40 MB': {name: 'logo.bmp', mimeType: 'image/bmp', buffer: bitmap(40_000_000)},
};

for (const [what, file] of Object.entries(pictures)) {
  const where = what === 'an SVG' ? ' @firefox' : '';
  test(`${what} becomes a square that GitLab takes; undo takes it away${where}`, async ({panel, sandbox}, info) => {
    const path = info.outputPath(file.name);
    await writeFile(path, file.buffer);
    const project = sandbox.world.project(paths.globex);
    await panel.fix('avatar').click();
    await panel.aside.getByLabel('Logo', {exact: true}).setInputFiles(path);
    await expect(panel.aside.getByRole('img', {name: 'The logo as a circle'})).toBeVisible();
    await expect(panel.aside.getByRole('img', {name: 'The logo as a square'})).toBeVisible();
    await panel.aside.getByLabel('Crop to center').check();
    expect(project.avatar).toBeNull();
    await panel.aside.getByRole('button', {name: 'Upload this logo'}).click();
    await panel.expectVerdict('avatar', 'pass');
    expect(project.avatar?.bytes.length).toBeLessThanOrEqual(204_800);
    expect(Buffer.from(project.avatar?.bytes.subarray(1, 4) ?? []).toString()).toBe('PNG');
    await panel.undoForSure('avatar');
    await panel.expectVerdict('avatar', 'fail');
    expect(project.avatar).toBeNull();
  });
}

test('a text that is called a picture is refused in words, and the next one is taken', async ({panel, sandbox}) => {
  await panel.fix('avatar').click();
  const input = panel.aside.getByLabel('Logo', {exact: true});
  await input.setInputFiles({name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('not a picture')});
  await expect(panel.row('avatar').getByRole('alert')).toContainText('The browser can’t show this file as an image.');
  await expect(panel.aside.getByRole('button', {name: 'Upload this logo'})).toHaveAttribute('aria-disabled', 'true');
  await input.setInputFiles(pictures['an SVG']);
  await expect(panel.aside.getByRole('img', {name: 'The logo as a circle'})).toBeVisible();
  await expect(panel.row('avatar').getByRole('alert')).toHaveCount(0);
  expect(sandbox.log.every(({method}) => method === 'GET')).toBe(true);
});

test('takes the customer group’s picture; undo brings the old one back', async ({page, panel, sandbox}) => {
  const project = sandbox.world.project(paths.globex);
  const old = {name: 'old.png', bytes: sandbox.world.group(paths.globexGroup).avatar?.bytes ?? new Uint8Array()};
  project.avatar = old;
  await page.reload();
  await panel.expectVerdict('avatar', 'pass');
  await panel.act('avatar', 'Change logo');
  await panel.aside.getByRole('button', {name: 'Use the group’s logo'}).click();
  await panel.aside.getByRole('button', {name: 'Upload this logo'}).click();
  await expect(panel.undo('avatar')).toHaveCount(1);
  expect(project.avatar?.name).toBe('logo.png');
  await panel.takeBack('avatar');
  await expect(panel.aside.getByRole('form', {name: 'Confirm'})).toContainText('Restore the earlier logo');
  await panel.aside.getByRole('button', {name: 'Restore the earlier logo'}).click();
  await expect(panel.undo('avatar')).toHaveCount(0);
  expect(project.avatar?.name).toBe('old.png');
  expect(Buffer.from(project.avatar?.bytes ?? [])).toEqual(Buffer.from(old.bytes));
});

test('a picture is dropped @firefox', async ({page, panel}) => {
  await panel.fix('avatar').click();
  const transfer = await page.evaluateHandle(markup => {
    const data = new DataTransfer();
    data.items.add(new File([markup], 'logo.svg', {type: 'image/svg+xml'}));
    return data;
  }, svg);
  await panel.aside.getByRole('form', {name: 'Choose the logo'}).dispatchEvent('drop', {dataTransfer: transfer});
  await expect(panel.aside.getByRole('img', {name: 'The logo as a square'})).toBeVisible();
});

test('what GitLab says against a picture is told, and the picture stays chosen', async ({panel, sandbox}) => {
  await panel.fix('avatar').click();
  await panel.aside.getByLabel('Logo', {exact: true}).setInputFiles(pictures['an SVG']);
  await expect(panel.aside.getByRole('img', {name: 'The logo as a circle'})).toBeVisible();
  sandbox.faults.add({
    method: 'PUT',
    path: /^\/projects\/\d+$/,
    times: 1,
    status: 400,
    body: {message: {avatar: ['is too big (should be at most 200 KiB)']}},
  });
  await panel.aside.getByRole('button', {name: 'Upload this logo'}).click();
  await expect(panel.row('avatar').getByRole('alert')).toContainText('avatar is too big');
  await panel.aside.getByRole('button', {name: 'Upload this logo'}).click();
  await panel.expectVerdict('avatar', 'pass');
});
