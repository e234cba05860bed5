import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ProfileInput } from './profile.ts';
import { readProfile, storeSettings } from './store.ts';

const profile: ProfileInput = {
  version: 1,
  outlet: { name: 'Магазин «Центральный»', till: 'Касса 2' },
  maxbonus: { baseUrl: 'https://loyalty.example/api/cashbox/', token: 'secret-token' },
  ecs: {
    baseUrl: 'https://ecs.example/',
    clientId: '314',
    clientSecret: 'client-secret',
    connectionType: 1,
    terminalId: 77001,
  },
  printers: [{ kind: 'tcp', host: '127.0.0.1' }],
  goods: [{ code: 'W15', name: 'Вода', price: 49.9 }],
};

function fileWith(content: string): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'profile-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const file = path.join(dir, 'profile.json');
  writeFileSync(file, content);
  return file;
}

test('a short profile gets every default, sums become kopecks', () => {
  const read = readProfile(fileWith(JSON.stringify(profile)));
  expect(read).toMatchObject({
    ok: true,
    value: {
      language: 'ru',
      outlet: { cashier: '' },
      maxbonus: { baseUrl: 'https://loyalty.example/api/cashbox', authPrefix: 'Bearer ', timeoutMs: 8000 },
      printers: [{ port: 9100, columns: 48, codeTable: 17 }],
      goods: [{ price: 4990, weighed: false }],
    },
  });
});

test.each<[string, string, string]>([
  ['no JSON', '{', 'no-json'],
  ['another version', JSON.stringify({ ...profile, version: 2 }), 'version'],
  ['a mistyped key', JSON.stringify({ ...profile, pinters: [] }), 'pinters'],
  ['a wrong value', JSON.stringify({ ...profile, printers: [{ kind: 'tcp', host: 'x', columns: 40 }] }), 'columns'],
  ['no address', JSON.stringify({ ...profile, maxbonus: { baseUrl: 'ftp://x' } }), 'baseUrl'],
])('%s is refused by name', (_name, content, named) => {
  const read = readProfile(fileWith(content));
  expect(read).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(JSON.stringify(read)).toContain(named);
});

test('a missing file and a folder are told apart', () => {
  const file = fileWith('{}');
  expect(readProfile(`${file}.missing`)).toEqual({ ok: false, error: { kind: 'missing' } });
  expect(readProfile(path.dirname(file))).toMatchObject({ error: { kind: 'unreadable' } });
});

test('what is kept can be read again and holds neither secrets nor goods', () => {
  const file = fileWith(JSON.stringify(profile));
  const read = readProfile(file);
  if (!read.ok) throw new Error(read.error.kind);
  const kept = path.join(path.dirname(file), 'settings.json');
  expect(storeSettings(kept, read.value)).toEqual({ ok: true, value: undefined });
  expect(readFileSync(kept, 'utf8')).not.toMatch(/secret-token|client-secret/);
  const again = readProfile(kept);
  if (!again.ok) throw new Error(again.error.kind);
  expect(again.value).toMatchObject({ outlet: read.value.outlet, printers: read.value.printers });
  expect(again.value.ecs).toMatchObject({ clientId: '314', terminalId: 77001 });
  expect([again.value.goods, again.value.maxbonus?.token, again.value.ecs?.clientSecret]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(readdirSync(path.dirname(file)).sort()).toEqual(['profile.json', 'settings.json']);
});

test('a folder that takes no file says so', () => {
  const read = readProfile(fileWith(JSON.stringify(profile)));
  if (!read.ok) throw new Error(read.error.kind);
  for (const folder of ['/proc/no-such-place', '/dev/null/x']) {
    expect(storeSettings(`${folder}/settings.json`, read.value)).toMatchObject({ ok: false });
  }
});

test('a profile that Windows’ editors saved is read; one in a code page, or with an invisible sign in it, is refused in words', () => {
  const json = JSON.stringify(profile);
  for (const bytes of [Buffer.from(`\uFEFF${json}`), Buffer.from(`\uFEFF${json}`, 'utf16le')]) {
    const file = fileWith('');
    writeFileSync(file, bytes);
    expect(readProfile(file)).toMatchObject({ ok: true, value: { outlet: { name: 'Магазин «Центральный»' } } });
  }
  const file = fileWith('');
  writeFileSync(file, Buffer.from('{"name":"\xc2\xee\xe4\xe0"}', 'latin1'));
  expect(readProfile(file)).toEqual({ ok: false, error: { kind: 'encoding' } });
  writeFileSync(file, `\uFEFF\uFEFF${json}`);
  expect(readProfile(file)).toMatchObject({
    error: { faults: [{ code: 'no-json', values: { line: 1, column: 1, sign: '«U+FEFF»' } }] },
  });
});

test.each(['10.0.0.5:9100', 'http://printer', 'my printer', '10.0.0.5/', ':9100', '-'])(
  'a printer is not found at «%s»',
  (host) => {
    const read = readProfile(fileWith(JSON.stringify({ ...profile, printers: [{ kind: 'tcp', host }] })));
    expect(read).toMatchObject({ error: { faults: [{ place: 'printers[0].host', code: 'host-alone' }] } });
  },
);

test.each([' 10.0.0.5 ', 'printer', 'kitchen.shop.local', 'fe80::1', 'принтер-1'])('but at «%s»', (host) => {
  const read = readProfile(fileWith(JSON.stringify({ ...profile, printers: [{ kind: 'tcp', host }] })));
  expect(read).toMatchObject({ ok: true, value: { printers: [{ host: host.trim() }] } });
});

test('what a spreadsheet does to codes is mended, or refused in words', () => {
  const withCode = (code: unknown) =>
    readProfile(fileWith(JSON.stringify({ ...profile, goods: [{ code, barcode: code, name: 'Вода', price: 1 }] })));
  expect(withCode(" '00123\u00A0")).toMatchObject({
    ok: true,
    value: { goods: [{ code: '00123', barcode: '00123' }] },
  });
  for (const code of ['4,60700E+12', '4.607E+12', '4E+12', 123, '', ' ', "'"]) {
    expect(withCode(code), String(code)).toMatchObject({
      error: { faults: [{ place: 'goods[0].code' }, { place: 'goods[0].barcode' }] },
    });
  }
});

test.each([
  ['{"a":1 x}', 1, 8, 'x'],
  ['{\n "a": tru,\n "bbbbbbbbbbbbbbbbbbbbbbbbbb": 1}', 2, 10, ','],
  [`{"${'a'.repeat(40)}":\n xyz, "${'b'.repeat(40)}": 1}`, 2, 2, 'x'],
  [`{"${'a'.repeat(40)}": xyz}`, 1, 46, 'x'],
  ['{"a":', 1, 6, ''],
])('where %s stops to be JSON is told', (text, line, column, sign) => {
  expect(readProfile(fileWith(text))).toEqual({
    ok: false,
    error: { kind: 'invalid', faults: [{ place: '', code: 'no-json', values: { line, column, sign } }] },
  });
});

test('of a flood of keys the first are named, with their invisible signs; a value of no shape is of the wrong form', () => {
  const flood = Object.fromEntries(Array.from({ length: 30_000 }, (_, place) => [`\ufeffkey${place}`, 1]));
  const read = readProfile(fileWith(JSON.stringify({ ...profile, ...flood })));
  expect(read).toMatchObject({
    error: {
      faults: [
        { place: '', code: 'unknown-key', values: { keys: expect.stringMatching(/^«U\+FEFF»key0, .*key9, …$/) } },
      ],
    },
  });
  const shapeless = { ...profile, maxbonus: { baseUrl: 'https://x.example', token: 't', genders: { unknown: true } } };
  expect(readProfile(fileWith(JSON.stringify(shapeless)))).toMatchObject({
    error: { faults: expect.arrayContaining([{ place: 'maxbonus.genders.unknown', code: 'form', values: {} }]) },
  });
});
