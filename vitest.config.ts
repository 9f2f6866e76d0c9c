import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    // One core less is left idle otherwise, and nothing else runs beside the tests.
    maxWorkers: '100%',
  },
});
