import path from 'node:path';
import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ net: {}, protocol: {} }));
const { fileFor, policy } = await import('./content.ts');

const folder = path.resolve('/app/renderer');

test('a path stays within the renderer’s folder', () => {
  expect(fileFor(folder, '/index.html')).toBe(path.join(folder, 'index.html'));
  expect(fileFor(folder, '/assets/a%20b.js')).toBe(path.join(folder, 'assets/a b.js'));
});

test.each(['/../main.cjs', '/..%2fmain.cjs', '/%2e%2e/%2e%2e/etc/passwd', '/a%00.js', '/%'])(
  '%s leaves it',
  (pathname) => expect(fileFor(folder, pathname)).toBeNull(),
);

test('the policy allows nothing but our own files', () => {
  const rules = new Map(
    policy('abc')
      .split('; ')
      .map((rule) => [rule.split(' ')[0], rule]),
  );
  expect(rules.get('default-src')).toBe("default-src 'none'");
  expect(rules.get('script-src')).toBe("script-src 'self'");
  expect(rules.get('connect-src')).toBe("connect-src 'none'");
  expect(policy('abc')).not.toMatch(/unsafe|https?:|\*/);
});
