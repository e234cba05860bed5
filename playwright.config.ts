import { defineConfig } from '@playwright/test';

/** End-to-end tests drive the built application: run them by `npm run e2e`, which builds it first. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: 'faults/**',
  outputDir: 'out/e2e',
  // Each test starts a whole Electron; one worker for each screen that tools/display.ts made.
  workers: process.env['E2E_DISPLAYS']?.split(',').length ?? 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
});
