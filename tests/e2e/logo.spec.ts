import {writeFile} from 'node:fs/promises';
import type {Project} from '../../sandbox/world.ts';
import {expect, type PanelDriver, paths, places, test} from './support/fixtures.ts';

test.beforeEach(async ({page, panel, signIn}) => {
  await signIn('dana');
  await page.goto(places.globex);
  await panel.settled();
});

/** A picture that is no square, in a colour. */
const svgOf = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200" fill="${colour}"/><circle cx="100" cy="100" r="80" fill="#fff"/></svg>`;

/** An uncompressed picture of about this many bytes, which look like noise. */
function bitmap(bytes: number): Buffer {
  const width = 1_000;
  const height = Math.ceil(bytes / (width * 3));
  const noise = Buffer.from(Array.from({length: 65_521}, (_item, index) => (index * 2_654_435_761) >>> 24));
  const data = Buffer.alloc(54 + width * 3 * height).fill(noise, 54);
  data.write('BM');
  data.writeUInt32LE(data.length, 2);
  data.writeUInt32LE(54, 10);
  data.writeUInt32LE(40, 14);
  data.writeInt32LE(width, 18);
  data.writeInt32LE(height, 22);
  data.writeUInt16LE(1, 26);
  data.writeUInt16LE(24, 28);
  return data;
}

/** Two frames of one pixel. */
const animation = Buffer.from(
  'R0lGODlhAQABAIAAAP8AAAAA/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEAAAICTAEAOw==',
  'base64',
);

const vector = {name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svgOf('#c00'))};

const asCircle = (panel: PanelDriver) => panel.aside.getByRole('img', {name: 'The logo as a circle'});
const asSquare = (panel: PanelDriver) => panel.aside.getByRole('img', {name: 'The logo as a square'});

/** Chooses a file with the form open, and its middle. */
async function choose(panel: PanelDriver, file: string): Promise<void> {
  await panel.aside.getByLabel('Logo', {exact: true}).setInputFiles(file);
  await expect(asCircle(panel)).toBeVisible();
  await expect(asSquare(panel)).toBeVisible();
  await panel.aside.getByLabel('Crop to center').check();
}

/** Uploads what is chosen, looks at what GitLab has, and undoes it. */
async function uploadAndUndo(panel: PanelDriver, project: Project): Promise<void> {
  expect(project.avatar).toBeNull();
  await panel.aside.getByRole('button', {name: 'Upload this logo'}).click();
  await panel.expectVerdict('avatar', 'pass');
  expect(project.avatar?.bytes.length).toBeLessThanOrEqual(204_800);
  expect(Buffer.from(project.avatar?.bytes.subarray(1, 4) ?? []).toString()).toBe('PNG');
  await panel.undoForSure('avatar');
  await panel.expectVerdict('avatar', 'fail');
  expect(project.avatar).toBeNull();
}

test('an SVG that is chosen or dropped becomes a square that GitLab takes; undo takes it away @firefox', async ({
  page,
  panel,
  sandbox,
}, info) => {
  const path = info.outputPath(vector.name);
  await writeFile(path, vector.buffer);
  await panel.fix('avatar').click();
  await choose(panel, path);
  const chosen = await asSquare(panel).getAttribute('src');
  const transfer = await page.evaluateHandle(markup => {
    const data = new DataTransfer();
    data.items.add(new File([markup], 'other.svg', {type: 'image/svg+xml'}));
    return data;
  }, svgOf('#00c'));
  await panel.aside.getByRole('form', {name: 'Choose the logo'}).dispatchEvent('drop', {dataTransfer: transfer});
  await expect(asSquare(panel)).not.toHaveAttribute('src', chosen ?? '');
  await expect(asSquare(panel)).toBeVisible();
  await uploadAndUndo(panel, sandbox.world.project(paths.globex));
});

test('an animated GIF and a picture of 40 MB become squares that GitLab takes; undo takes them away', async ({
  panel,
  sandbox,
}, info) => {
  const pictures = {'logo.gif': animation, 'logo.bmp': bitmap(40_000_000)};
  for (const [name, bytes] of Object.entries(pictures)) {
    const path = info.outputPath(name);
    await writeFile(path, bytes);
    await panel.fix('avatar').click();
    await choose(panel, path);
    await uploadAndUndo(panel, sandbox.world.project(paths.globex));
  }
});

test('a text that is called a picture is refused in words, and so is what GitLab refuses; the picture stays chosen', async ({
  panel,
  sandbox,
}) => {
  await panel.fix('avatar').click();
  const input = panel.aside.getByLabel('Logo', {exact: true});
  const upload = panel.aside.getByRole('button', {name: 'Upload this logo'});
  await input.setInputFiles({name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('not a picture')});
  await expect(panel.row('avatar').getByRole('alert')).toContainText('The browser can’t show this file as an image.');
  await expect(upload).toHaveAttribute('aria-disabled', 'true');
  await input.setInputFiles(vector);
  await expect(asCircle(panel)).toBeVisible();
  await expect(panel.row('avatar').getByRole('alert')).toHaveCount(0);
  expect(sandbox.log.every(({method}) => method === 'GET')).toBe(true);
  sandbox.faults.add({
    method: 'PUT',
    path: /^\/projects\/\d+$/,
    times: 1,
    status: 400,
    body: {message: {avatar: ['is too big (should be at most 200 KiB)']}},
  });
  await upload.click();
  await expect(panel.row('avatar').getByRole('alert')).toContainText('avatar is too big');
  await upload.click();
  await panel.expectVerdict('avatar', 'pass');
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
