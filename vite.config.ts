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
    testTimeout: 120_000,
    setupFiles: ['test/setup.ts', 'test/both-languages.ts'],
  },
});
