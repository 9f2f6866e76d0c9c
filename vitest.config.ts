import {defineConfig} from 'vitest/config';
import {gitlabIcons} from './scripts/gitlab-icons.ts';

const all = ['tests/{unit,contract}/**/*.test.{ts,tsx}'];
/** They put something in a module's or the global's place, which no other file may meet; a test of the repository holds the list. */
export const apart = [
  'tests/contract/{control,patience,same-hands,take-back,take-back-kill,take-in}.test.ts',
  'tests/contract/*.test.tsx',
  'tests/unit/browser/{items,tab-lock}.test.ts',
  'tests/unit/checklist/{ahead,day-book,journal-book,kept-shapes,notebook,tabs,texts,values}.test.ts',
  'tests/unit/customers/{language,memo,reading,results-writer,saved-views}.test.ts',
  'tests/unit/flows/{flows,two-tabs}.test.ts',
  'tests/unit/kept/{backup,clean-up,coming,follow-room,ownerless,sentences}.test.ts',
  'tests/unit/ui/{atoms,beside,checklist,customers,flows,forms,kept}/*.test.{ts,tsx}',
];

export default defineConfig({
  plugins: [gitlabIcons()],
  test: {
    setupFiles: ['tests/seed.ts'],
    // Many times what a test takes.
    testTimeout: 60_000,
    expect: {poll: {timeout: 20_000}},
    // One core less is left idle otherwise, and nothing else runs beside the tests.
    maxWorkers: '100%',
    projects: [
      // To load every module anew for each file takes a quarter of the time.
      {extends: true, test: {name: 'together', include: all, exclude: apart, isolate: false}},
      {extends: true, test: {name: 'apart', include: apart}},
    ],
  },
});
