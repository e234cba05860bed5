import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,electron,native,printing,renderer,e2e,tools,docs}/**/*.test.{ts,tsx,mjs}'],
    // What a test replaces it puts back, so files may share a process: loading everything anew took most of the time.
    isolate: false,
    // Many wait for a socket or a process; by itself it would leave a processor free.
    maxWorkers: '100%',
    // The limit is for a test that hangs; property tests on a loaded machine take longer than the usual five seconds.
    testTimeout: 30_000,
  },
});
