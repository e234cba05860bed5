import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,electron,native,printing,renderer,e2e,tools,docs}/**/*.test.{ts,tsx,mjs}'],
  },
});
