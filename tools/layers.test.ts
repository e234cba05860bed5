import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

/** Each import from the first file of the second, with the rule that has to report it; null where it is allowed. */
const IMPORTS = [
  ['app/domain/money.ts', 'app/journal/database.ts', 'domain-alone'],
  ['app/domain/phone.ts', 'node:fs', 'domain-without-packages'],
  ['app/contract/view.ts', 'app/sale/sale.ts', 'contract-on-domain'],
  ['app/sale/desk.ts', 'app/journal/database.ts', 'sale-by-ports'],
  ['app/sale/desk.ts', 'app/gateways/maxbonus/client.ts', 'sale-by-ports'],
  ['app/settings/store.ts', 'electron/main.ts', 'app-is-a-core'],
  ['app/journal/stored.ts', 'printing/queue.ts', 'app-is-a-core'],
  ['app/settings/store.ts', 'electron', 'app-without-shell'],
  ['app/contract/commands.ts', 'react', 'app-without-shell'],
  ['app/gateways/ecs/client.ts', 'app/gateways/maxbonus/client.ts', 'gateways-apart'],
  ['app/gateways/maxbonus/wire.ts', 'app/journal/database.ts', 'gateways-only-speak'],
  ['app/training/maxbonus.ts', 'app/gateways/maxbonus/client.ts', 'emulators-from-documents'],
  ['app/journal/outbox.ts', 'app/gateways/maxbonus/client.ts', 'journal-only-stores'],
  ['native/serial.ts', 'printing/queue.ts', 'native-on-app'],
  ['printing/tcp.ts', 'native/serial.ts', 'printing-on-app'],
  ['printing/queue.ts', 'electron/main.ts', 'shell-by-nobody'],
  ['electron/window.ts', 'renderer/format.ts', 'screens-by-nobody'],
  ['renderer/main.tsx', 'app/sale/sale.ts', 'renderer-by-contract'],
  ['renderer/screens/shift/picture.tsx', 'renderer/screens/sale/lines.tsx', 'screens-apart'],
  ['renderer/screens/sale/lines.tsx', 'renderer/screens/place.tsx', 'screens-apart'],
  ['renderer/frame/header.tsx', 'renderer/screens/sale/lines.tsx', 'frame-around-any-screen'],
  ['renderer/context.tsx', 'node:path', 'renderer-without-node'],
  ['renderer/context.tsx', 'electron', 'renderer-without-electron'],
  ['e2e/support.ts', 'printing/queue.ts', 'program-from-outside'],
  ['tools/bench.ts', 'renderer/format.ts', 'program-from-outside'],
  ['app/catalogue/one.ts', 'app/catalogue/two.ts', 'no-circles'],
  ['app/catalogue/three.ts', 'app/catalogue/missing.ts', 'resolvable'],
  ['app/sale/ports.ts', 'app/domain/money.ts', null],
  ['app/gateways/ecs/wire.ts', 'app/gateways/http/send.ts', null],
  ['app/sale/desk.test.ts', 'app/journal/database.ts', null],
  ['printing/tcp.test.ts', 'e2e/support.ts', null],
  ['electron/preload.ts', 'native/serial.ts', null],
  ['e2e/usb-vm/guest/hid.ts', 'native/hid.ts', null],
  ['e2e/keys.spec.ts', 'renderer/keys/keymap.ts', null],
  ['renderer/share.ts', 'app/contract/view.ts', null],
  ['renderer/screens/dialogs.tsx', 'renderer/screens/sale/promo/dialog.tsx', null],
  ['renderer/screens/sale/promo/dialog.tsx', 'renderer/frame/header.tsx', null],
  ['tools/bench/slip-bytes.ts', 'printing/layout.ts', null],
] as const;
const LONELY = 'app/catalogue/lonely.ts';
const BACK = "import type { T } from './one.ts';\n";

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

let project: string;
let violations: z.infer<typeof report>['summary']['violations'];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'layers-'));
  const files = new Map([
    [LONELY, ''],
    ['app/catalogue/two.ts', BACK],
  ]);
  for (const [from, to] of IMPORTS) {
    const ours = to.includes('/');
    const name = ours ? `./${posix.relative(posix.dirname(from), to)}` : to;
    files.set(from, `${files.get(from) ?? ''}import type { T } from '${name}';\n`);
    if (ours && !to.includes('missing')) files.set(to, files.get(to) ?? '');
  }
  for (const [file, text] of files) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), `${text}export type T = string;\n`);
  }
  const root = join(import.meta.dirname, '..');
  const rooms = [...new Set([...files.keys()].map((file) => file.split('/')[0] ?? ''))];
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...rooms],
    { cwd: project, encoding: 'utf8' },
  );
  violations = report.parse(JSON.parse(stdout)).summary.violations;
});

afterAll(() => rmSync(project, { recursive: true }));

test.each(IMPORTS.filter(([, , rule]) => rule !== null))('%s must not import %s', (from, to, rule) => {
  const found = violations.filter((one) => one.from === from && to.endsWith(one.to.replace(/^(\.\.?\/)+/, '')));
  expect(found.map((one) => one.rule.name)).toContain(rule);
});

test.each(IMPORTS.filter(([, , rule]) => rule === null))('%s may import %s', (from, to) => {
  expect(violations.filter((one) => one.from === from && one.to === to)).toEqual([]);
});

test('a module that nobody imports is reported', () => {
  expect(violations.filter(({ rule }) => rule.name === 'no-orphans').map(({ from }) => from)).toEqual([LONELY]);
});
