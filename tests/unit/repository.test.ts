import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {roomsDrawing} from '../../scripts/rooms.ts';
import {groupChecks, projectChecks} from '../../src/customer/checks/index.ts';
import {handbookUrl} from '../../src/workspace/handbook.ts';
import {apart} from '../../vitest.config.ts';
import {loading, readChunks} from '../chunks.ts';
import {hasShared, readShared, withoutShared} from '../shared.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder: string) =>
  readdirSync(path.join(root, folder), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)));
const sources = filesIn('src').filter(file => /\.tsx?$/.test(file));
const checks = [...projectChecks, ...groupChecks];

describe('checks', () => {
  it('each file of a check is in the list', () => {
    const helpers = [
      'bots.ts',
      'check.ts',
      'customer.ts',
      'index.ts',
      'remark.ts',
      'tick.ts',
      'waiting.ts',
      'without-answer.ts',
    ];
    const files = readdirSync(path.join(root, 'src/customer/checks')).filter(file => !helpers.includes(file));
    expect(files.map(file => file.replace('.ts', '')).sort()).toEqual([...new Set(checks.map(({id}) => id))].sort());
  });

  it.each(checks)('$id has two statements as titles and stands in the guide', ({id, title, failureTitle}) => {
    expect(title).not.toBe(failureTitle);
    for (const text of [title, failureTitle]) expect(text).toMatch(/^[A-Z][^.!?]+$/);
    expect(read('docs/guide.md')).toContain(`\`${id}\``);
  });

  it.skipIf(!hasShared).each(checks)(
    `$id quotes the handbook${hasShared ? '' : ` (${withoutShared})`}`,
    ({handbook}) => {
      expect(readShared('seeds/customer-collaboration-project.txt')).toContain(handbook);
      expect(decodeURIComponent(new URL(handbookUrl(handbook)).hash)).toBe(`#:~:text=${handbook}`);
    },
  );
});

it('what is chosen and kept at once, without a button, is kept only where a person chose it', () => {
  const chosen = /<(?:select|input)\b(?:(?!<\/?[A-Za-z])[\s\S])*?void checklist\./g;
  const kept = sources.flatMap(file => [...read(file).matchAll(chosen)].map(([control]) => ({file, control})));
  expect(kept.length).toBeGreaterThan(1);
  expect(kept.filter(({control}) => !control.includes('data-keeps'))).toEqual([]);
});

describe('rooms', () => {
  /** Rooms from the street inwards; each imports only from itself and from rooms behind it. */
  const floors: readonly (readonly string[])[] = [
    ['app'],
    ['ui'],
    ['kept'],
    ['customers', 'flows'],
    ['checklist'],
    ['customer'],
    ['apply'],
    ['changes'],
    ['facts'],
    ['placeholders', 'workspace', 'place'],
    ['gitlab'],
    ['browser'],
    ['texts'],
  ];
  const floorOf = (room: string) => floors.findIndex(rooms => rooms.includes(room));
  const roomOf = (file: string) => file.split('/')[1] ?? '';

  it('imports run one way', () => {
    const wrong = sources.flatMap(file => {
      const imports = [...read(file).matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(([, to = '']) =>
        path.join(path.dirname(file), to),
      );
      const from = floorOf(roomOf(file));
      const isWrong = (to: string) =>
        roomOf(to) !== roomOf(file) && floorOf(roomOf(to)) <= from && to.startsWith('src/');
      return from < 0 ? [] : imports.filter(isWrong).map(to => `${file} → ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it('no file comes back to itself through what it imports; what a part loads later may use what loaded it', () => {
    const imports = new Map(
      sources.map(file => [
        file,
        [...read(file).matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) => path.join(path.dirname(file), to)),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const follow = (file: string, way: readonly string[]) => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || done.has(file)) return;
      for (const next of imports.get(file) ?? []) follow(next, [...way, file]);
      done.add(file);
    };
    for (const file of sources) follow(file, []);
    expect(circles).toEqual([]);
  });

  it('what knows no view knows no Preact', () => {
    for (const file of sources.filter(source => !/^src\/(app|ui)\//.test(source)))
      expect(read(file), file).not.toMatch(/from '(preact|@preact\/signals)[/']/);
  });

  it('no file is longer than what one reads at a time, and no component longer than what one sees', () => {
    const linesOf = (file: string) => read(file).split('\n').length - 1;
    const long = sources.filter(file => linesOf(file) > (file.endsWith('.tsx') ? 220 : 300));
    expect(long.map(file => `${file}: ${linesOf(file)}`)).toEqual([]);
  });

  it('they are drawn as they are; `npm run rooms` draws them anew', () => {
    expect(read('docs/architecture.md')).toContain(roomsDrawing());
  });

  it('every room has its floor, and its line in the documents', () => {
    const rooms = readdirSync(path.join(root, 'src'), {withFileTypes: true}).filter(entry => entry.isDirectory());
    expect(rooms.map(({name}) => name).filter(name => floorOf(name) < 0)).toEqual([]);
    for (const {name} of rooms) expect(read('docs/architecture.md')).toContain(`\`${name}/\``);
  });

  it('pure rooms know neither browser nor network nor clock', () => {
    const pure = sources.filter(file =>
      /^src\/(changes|customer\/(checks|playbooks)|facts|gitlab\/model|placeholders|workspace)\//.test(file),
    );
    for (const file of pure) {
      expect(read(file), file).not.toMatch(
        /\b(fetch|document|window|chrome|browser|Date\.now|new Date|Math\.random)\b(?=[.(])/,
      );
      expect(read(file), file).not.toMatch(/from '(preact|webextension-polyfill|@preact)/);
    }
  });

  it('texts know nothing but each other', () => {
    for (const file of sources.filter(source => source.startsWith('src/texts/')))
      expect(read(file), file).not.toMatch(/from '(?!\.\/)/);
  });
});

describe('security', () => {
  it('asks for exactly what it needs', () => {
    const manifest = JSON.parse(read('manifest.json'));
    expect(manifest.permissions).toEqual(['storage', 'scripting']);
    expect(manifest.host_permissions).toEqual(['https://gitlab.com/*']);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it('never makes HTML of a text', () => {
    for (const file of sources) {
      expect(read(file), file).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySet|\beval\(|new Function/,
      );
    }
  });

  it('has no address but GitLab’s and the handbook’s', () => {
    for (const file of sources) {
      const hosts = [...read(file).matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
      for (const host of hosts)
        expect(['gitlab.com', 'handbook.gitlab.com', 'git-lfs.github.com'], file).toContain(host);
    }
  });

  it('nothing of ours reads what is only for development', () => {
    for (const file of sources) expect(read(file), file).not.toMatch(/from '[^']*(sandbox|tests|shared)\//);
  });
});

describe('tests without a browser', () => {
  it('none gives what it waits for only a second, which is what the runner does by itself', () => {
    for (const file of [...filesIn('tests/unit'), ...filesIn('tests/contract')])
      if (file !== 'tests/unit/repository.test.ts') expect(read(file), file).not.toMatch(/vi\.wait(For|Until)\(/);
  });

  it('those that put something in another’s place run apart, and so meet no other file whatever the order', () => {
    const files = [...filesIn('tests/unit'), ...filesIn('tests/contract')].filter(file => /\.test\.tsx?$/.test(file));
    const isApart = (file: string) => apart.some(pattern => path.matchesGlob(file, pattern));
    const together = files.filter(file => file !== 'tests/unit/repository.test.ts' && !isApart(file));
    expect(files.filter(isApart).length).toBeGreaterThan(20);
    for (const file of together)
      expect(read(file), file).not.toMatch(
        /\bvi\.(mock|doMock|stubGlobal|stubEnv|useFakeTimers)\(|@vitest-environment/,
      );
  });
});

describe('tests in browsers', () => {
  const specs = filesIn('tests/e2e').filter(file => file.endsWith('.spec.ts'));

  it.each(specs)('%s has a test that Firefox runs too', file => {
    expect(read(file)).toMatch(/@firefox\b/);
  });

  it('none waits for a time, or hopes that an answer takes long', () => {
    for (const file of filesIn('tests/e2e'))
      expect(read(file), file).not.toMatch(/waitForTimeout|setTimeout|latencyMs/);
  });
});

describe.each(['chromium', 'firefox'])('the build for %s', target => {
  const dist = `dist/${target}`;
  const isBuilt = existsSync(path.join(root, dist, 'manifest.json'));

  it.skipIf(!isBuilt)('is within its budget and exposes nothing', () => {
    const manifest = JSON.parse(read(`${dist}/manifest.json`));
    expect(manifest.permissions).toEqual(['storage', 'scripting']);
    expect(manifest.host_permissions).toEqual(['https://gitlab.com/*']);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    const launcher = readFileSync(path.join(root, dist, 'src/content.js'));
    expect(manifest.content_scripts).toEqual([
      {js: ['src/content.js'], matches: ['https://gitlab.com/*'], run_at: 'document_idle'},
    ]);
    expect(launcher.length).toBeLessThanOrEqual(3 * 1024);
    const {scripts, gzip} = readChunks(target);
    const {first, byItself} = loading;
    expect(gzipSync(launcher).length + gzip(first)).toBeLessThanOrEqual(80_000);
    expect(gzipSync(launcher).length + gzip(byItself)).toBeLessThanOrEqual(110_000);
    // The field of people is in both, and so is the editor of files.
    expect(gzip(['forms.js'], byItself)).toBeLessThanOrEqual(58_000);
    expect(gzip(['flows.js'], byItself)).toBeLessThanOrEqual(73_000);
    expect(gzip(['portfolio.js'], byItself)).toBeLessThanOrEqual(45_000);
    const emitted = readdirSync(path.join(root, dist)).filter(file => file.endsWith('.js'));
    expect(emitted.filter(file => file !== 'service-worker-loader.js').sort()).toEqual([...scripts.keys()].sort());
    for (const [file, script] of scripts) {
      expect(script.toString(), file).not.toMatch(/innerHTML|\beval\(|new Function/);
      expect(script.toString(), file).not.toMatch(/sourceMappingURL/);
      // What it ends with is copied for whoever injects it: neither gives anything back.
      expect(script.toString().trim(), file).toMatch(/(\.start\(`panel\.js`\)|\}\));$/);
      // Nothing is left at the top that the page or another script could meet.
      expect(script.toString(), file).toMatch(
        /^(Object\.hasOwn\(globalThis,.csmChecklist.\)\|\||globalThis\.csmChecklist\.define\()/,
      );
    }
  });
});
