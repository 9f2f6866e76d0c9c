import {defineConfig} from '@playwright/test';

/**
 * Chromium runs every test. Firefox runs those with `@firefox` in their title: one path through each feature, and everything that
 * browsers do differently (what content scripts may fetch and copy, cookies, storage and what several tabs see of it, the clipboard,
 * pictures and their bytes, keys and the focus in a shadow root, scrolling, dates, leaving a page, a restart). What is only our own
 * logic behaves the same in both, and runs once.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: {timeout: 10_000},
  outputDir: 'test-results/browsers',
  reporter: [['list'], ['json', {outputFile: 'test-results/e2e.json'}]],
  projects: [{name: 'chromium'}, {name: 'firefox', grep: /@firefox\b/}],
});
