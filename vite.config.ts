import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: 'viz',
  base: './',
  build: { outDir: '../dist/viz', emptyOutDir: true, target: 'es2023' },
  worker: { format: 'es' },
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    environment: 'node',
    // Limits only end what hangs: nothing fails because a machine is busy. Tests that work long are `heavy`.
    testTimeout: 300_000,
    hookTimeout: 900_000,
    teardownTimeout: 120_000,
    setupFiles: ['test/setup.ts', 'test/both-languages.ts'],
  },
});
