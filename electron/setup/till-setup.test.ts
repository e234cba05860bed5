import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { SetupDraft } from '../../app/contract/setup.ts';
import { problem } from '../../app/domain/problem.ts';
import { fail, ok } from '../../app/domain/result.ts';
import { type Profile, profileSchema } from '../../app/settings/profile.ts';
import type { Setup } from '../../app/settings/setup.ts';
import { readProfile, storeSettings } from '../../app/settings/store.ts';
import { TillSetup } from './till-setup.ts';

const SHOP = profileSchema.parse({
  version: 1,
  outlet: { name: 'Магазин', till: 'Касса 1' },
  maxbonus: { baseUrl: 'https://loyalty.example/api', token: 'secret-token' },
  printers: [{ kind: 'tcp', host: '10.0.0.5' }],
  slip: { header: ['ул. Ленина, 1'] },
  goods: [{ code: '1', name: 'Вода', price: 49.9 }],
});
const TRAINING = profileSchema.parse({ version: 1, outlet: { name: 'Учебный магазин', till: 'Касса' } });

let file: string;
let applied: Setup[];
let busy: boolean;

beforeEach(() => {
  const dir = mkdtempSync(path.join(tmpdir(), 'setup-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  file = path.join(dir, 'settings.json');
  applied = [];
  busy = false;
});

function setUp(profile: Profile): TillSetup {
  return new TillSetup(profile, {
    store: (settings) => storeSettings(file, settings),
    isBusy: () => busy,
    apply: (setup) => applied.push(setup),
  });
}

/** What stands in the form, with another port for the first printer. */
function withPort(setup: TillSetup, port: string): SetupDraft {
  const { draft } = setup.read();
  const [first, ...rest] = draft.printers;
  if (first?.kind !== 'tcp') throw new Error('no network printer');
  return { ...draft, printers: [{ ...first, port }, ...rest] };
}

function stored(): Profile {
  const read = readProfile(file);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}

test('what is saved is kept, taken up and read again; the rest of the profile stays', () => {
  const setup = setUp(SHOP);
  expect(setup.save(withPort(setup, '9101'))).toEqual(ok({ faults: [] }));
  expect(applied).toMatchObject([
    { printers: [{ host: '10.0.0.5', port: 9101 }], slip: { header: ['ул. Ленина, 1'] } },
  ]);
  expect(stored()).toMatchObject({ outlet: SHOP.outlet, maxbonus: { baseUrl: 'https://loyalty.example/api' } });
  expect(stored().printers).toEqual(setup.profile.printers);
  expect(readFileSync(file, 'utf8')).not.toContain('secret-token');
  expect(setup.read().draft.printers).toMatchObject([{ port: '9101' }]);
});

test('what is wrong is told, and nothing of it is kept or taken up', () => {
  const setup = setUp(SHOP);
  expect(setup.save(withPort(setup, '99999'))).toEqual(
    ok({ faults: [{ path: ['printers', 0, 'port'], code: 'too-large', bound: 65_535 }] }),
  );
  expect(applied).toEqual([]);
  expect(readProfile(file)).toMatchObject({ error: { kind: 'missing' } });
});

test('while the desk waits for a service nothing is taken up', () => {
  const setup = setUp(SHOP);
  busy = true;
  expect(setup.save(withPort(setup, '9101'))).toEqual(fail(problem('busy')));
  busy = false;
  expect(applied).toEqual([]);
  expect(setup.save(withPort(setup, '9101'))).toEqual(ok({ faults: [] }));
});

test('settings that the disk does not take are not taken up, and can be saved again', () => {
  const setup = setUp(SHOP);
  const good = file;
  file = '/dev/null/x/settings.json';
  const draft = withPort(setup, '9101');
  expect(setup.save(draft)).toMatchObject({ error: { code: 'settings-not-stored' } });
  expect([applied, setup.profile]).toEqual([[], SHOP]);
  file = good;
  expect(setup.save(draft)).toEqual(ok({ faults: [] }));
  expect(applied.length).toBe(1);
});

test('devices of a till that trains are kept without making a shop of it', () => {
  const setup = setUp(TRAINING);
  const { draft, blank } = setup.read();
  const [serial] = blank.scanners;
  if (serial?.kind !== 'serial') throw new Error('no blank');
  expect(setup.save({ ...draft, scanners: [{ ...serial, path: '/dev/ttyACM0' }] })).toEqual(ok({ faults: [] }));
  const next = setUp(stored());
  expect(next.profile.maxbonus).toBeUndefined();
  expect(next.read().draft.scanners).toMatchObject([{ kind: 'serial', path: '/dev/ttyACM0' }]);
});

test('models come with all their traits', () => {
  const { models } = setUp(TRAINING).read();
  expect(models.find(({ name }) => name === 'youku-58')).toEqual({
    name: 'youku-58',
    label: 'Youku 58T',
    traits: expect.objectContaining({ columns: 32, codeTable: '7', cut: 'none', newline: '\n' }),
  });
});

test('a slip is shown as it would print, and while it is wrong its faults are', () => {
  const setup = setUp(SHOP);
  const { slip } = setup.read().draft;
  const shown = setup.preview(
    'sale',
    { ...slip, header: ['пр. Мира, 5'], qr: { caption: '', data: 'https://x.example' } },
    32,
  );
  expect(shown.faults).toEqual([]);
  expect(shown.lines.map(({ text }) => text).join('\n')).toMatch(/Магазин\n +пр\. Мира, 5\n/);
  expect(Math.max(...shown.lines.map(({ text }) => text.length))).toBe(32);
  expect(shown.lines.find(({ qr }) => qr)?.qr?.[0]).toMatch(/^[01]+$/);
  expect(setup.preview('sale', { ...slip, footer: ['x'.repeat(97)] }, 48)).toEqual({
    faults: [{ path: ['slip', 'footer', 0], code: 'too-long', bound: 96 }],
    lines: [],
  });
});
