import { defineConfig } from '@playwright/test';
import common from './playwright.config.ts';

/** The faults suite, `npm run faults`: too long for every commit. */
export default defineConfig({ ...common, testDir: 'e2e/faults', testIgnore: [] });
