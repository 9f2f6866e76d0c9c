// Everything that has to hold, in one go: format, lint, types, unit and contract tests, both builds, both browsers.
import {existsSync, readFileSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {browsers, installBrowsers, installPackages, root, runAlong, runQuietly} from './setup.mjs';

installPackages();
installBrowsers();

const results = path.join(root, 'test-results');
rmSync(results, {recursive: true, force: true});

let passed = 0;
let failed = 0;
let skipped = 0;
const times = [];

/** Runs short steps one after the other, each of which counts as one test. Resolves to whether all went well. */
async function lane(steps) {
  let isFine = true;
  for (const [name, command, args] of steps) {
    const start = performance.now();
    const {ok, output} = await runQuietly(command, args);
    console.log(`\n── ${name} ──\n${output}`);
    times.push(`${name} ${Math.round((performance.now() - start) / 1_000)} s`);
    if (ok) passed += 1;
    else failed += 1;
    isFine &&= ok;
  }
  return isFine;
}

function readReport(file) {
  const report = path.join(results, file);
  return existsSync(report) && statSync(report).size > 0 ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}

const countVitest = report => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests,
});
const countPlaywright = ({stats}) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});

/** Counts the tests of a runner by its report; one that ended badly without a failed test counts as one. */
function countTests(isFine, file, count) {
  const report = readReport(file);
  const counted = report ? count(report) : {passed: 0, failed: 0, skipped: 0};
  passed += counted.passed;
  skipped += counted.skipped;
  failed += counted.failed === 0 && (!isFine || !report) ? 1 : counted.failed;
}

/** Runs a step and tells how long it took. Resolves to whether it went well. */
async function timed(name, step) {
  const start = performance.now();
  const ok = await step();
  times.push(`${name} ${Math.round((performance.now() - start) / 1_000)} s`);
  return ok;
}

async function runUnits() {
  const args = ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'];
  const {ok, output} = await runQuietly('npx', args, true);
  console.log(`\n── unit and contract tests ──\n${output}`);
  countTests(ok, 'unit.json', countVitest);
}

async function runBrowser(name) {
  console.log(`\n── ${name} ──`);
  const file = `${name}.json`;
  const env = {PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(results, file)};
  countTests(await runAlong('npx', ['playwright', 'test', `--project=${name}`], env), file, countPlaywright);
}

const [, built] = await Promise.all([
  lane([
    ['format and lint', 'npx', ['biome', 'check', '.']],
    ['unused code', 'npx', ['knip']],
    ['types', 'npx', ['tsc', '-b']],
  ]),
  lane([
    ['build', 'npm', ['run', 'build']],
    ['library', 'npm', ['run', 'build:lib']],
    ['add-on lint', 'npx', ['web-ext', 'lint', '--source-dir', 'dist/firefox', '--warnings-as-errors']],
  ]),
]);
const canBrowse = built && browsers().every(existsSync);
if (!canBrowse) failed += 1;
// Firefox leaves two fifths of the processors to others; Chromium nothing.
await Promise.all([
  timed('unit and contract tests', runUnits),
  canBrowse && timed('Firefox', () => runBrowser('firefox')),
]);
if (canBrowse) await timed('Chromium', () => runBrowser('chromium'));

console.log(`\n${times.join(', ')}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
