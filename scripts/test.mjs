// Everything that has to hold, in one go: format, lint, types, unit and contract tests, both builds, both browsers.
import {existsSync, readFileSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {browsers, installBrowsers, installPackages, root, run, runQuietly} from './setup.mjs';

installPackages();
installBrowsers();

const results = path.join(root, 'test-results');
rmSync(results, {recursive: true, force: true});

let passed = 0;
let failed = 0;
let skipped = 0;
const times = [];

/** Runs one step and counts it as one test, or as the tests that its report names. */
function step(name, command, args, count) {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const ok = run(command, args);
  times.push(`${name} ${Math.round((performance.now() - start) / 1_000)} s`);
  const counted = count?.();
  if (counted) {
    passed += counted.passed;
    failed += counted.failed;
    skipped += counted.skipped;
    if (!ok && counted.failed === 0) failed += 1;
  } else if (ok) passed += 1;
  else failed += 1;
  return ok;
}

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

const countVitest = () => {
  const report = readReport('unit.json');
  return report && {passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests};
};
const countPlaywright = () => {
  const report = readReport('e2e.json');
  return (
    report && {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky,
      skipped: report.stats.skipped,
    }
  );
};

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
step(
  'unit and contract tests',
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
  countVitest,
);
if (built && browsers().every(existsSync)) step('both browsers', 'npx', ['playwright', 'test'], countPlaywright);
else failed += 1;

console.log(`\n${times.join(', ')}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
