import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Problem } from '../../app/domain/problem.ts';
import { fail, ok } from '../../app/domain/result.ts';
import { settle } from '../../app/testing/cashier.ts';
import { TestClock } from '../../app/testing/till.ts';
import type { Log } from '../log.ts';
import { masked } from '../masked.ts';
import type { Keychain, Sealed } from './keychain.ts';
import { LOOK_AGAIN_MS, PATIENCE_MS, Vault, type WantedSecret } from './vault.ts';

const TOKEN = 'outlet-token';
const SECRET = 'organisation-secret';
const wanted = (given: string | null): WantedSecret[] => [
  { owner: 'maxbonus', name: 'maxbonus.token@https://loyalty.example', given, isNew: given !== null },
];
const ecs: WantedSecret = { owner: 'ecs', name: 'ecs.clientSecret@https://ecs.example/1', given: null, isNew: false };

/** A keychain of this test: seals by a key of its own, and may be locked, replaced or without an answer. */
class FakeKeychain implements Keychain {
  backend: string | null = 'gnome_libsecret';
  key = 'a';
  state: 'unlocked' | 'refused' | 'silent' = 'unlocked';
  asked = 0;
  stopped = 0;
  readonly #answers: (() => void)[] = [];

  async open(sealed: Sealed, stop: AbortSignal) {
    if (this.backend === null) return fail('no-keychain' as const);
    if (this.backend !== sealed.backend) return fail('other-keychain' as const);
    await this.#asked(stop);
    if (this.state === 'refused') return fail('locked' as const);
    return ok(sealed.texts.map((text) => this.#opened(Buffer.from(text, 'base64').toString())));
  }

  async seal(texts: readonly string[], stop: AbortSignal) {
    const { backend } = this;
    if (backend === null) return fail('no-keychain' as const);
    await this.#asked(stop);
    if (this.state === 'refused') return fail('locked' as const);
    const sealed = texts.map((text) =>
      Buffer.from(`${this.key}:${[...text].toReversed().join('')}`).toString('base64'),
    );
    return ok({ backend, texts: sealed });
  }

  isUnlocked = async (): Promise<boolean> => this.state === 'unlocked';

  /** Whoever was asked answers. */
  answer(): void {
    this.state = 'unlocked';
    for (const answer of this.#answers.splice(0)) answer();
  }

  async #asked(stop: AbortSignal): Promise<void> {
    this.asked += 1;
    stop.addEventListener('abort', () => {
      this.stopped += 1;
    });
    if (this.state === 'silent') await new Promise<void>((resolve) => this.#answers.push(resolve));
  }

  #opened(sealed: string): string | null {
    return sealed.startsWith(`${this.key}:`) ? [...sealed.slice(2)].toReversed().join('') : null;
  }
}

let file: string;
let keychain: FakeKeychain;
let clock: TestClock;
let written: string[];

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  file = path.join(folder, 'secrets.json');
  keychain = new FakeKeychain();
  clock = new TestClock();
  written = [];
});

const log: Log = {
  info: (event, fields) => void written.push(masked(`${event} ${JSON.stringify(fields)}`)),
  error: (event, fields) => void written.push(masked(`${event} ${JSON.stringify(fields)}`)),
};

async function open(secrets: readonly WantedSecret[]) {
  const vault = new Vault({ file, keychain, clock, log }, secrets);
  onTestFinished(() => vault.stop());
  const warnings: Problem[] = [];
  vault.readAgain();
  vault.listen({ changed: () => {}, warn: (told) => void warnings.push(told) });
  await settle();
  return { vault, warnings, token: () => vault.source('maxbonus')() };
}

/** The token was given to the keychain at a start before. */
async function kept() {
  const first = await open(wanted(TOKEN));
  first.vault.stop();
  written = [];
}

test('what a profile brings is there at once, is kept sealed, and is there at the next start', async () => {
  const first = await open(wanted(TOKEN));
  expect(first.token()).toEqual(ok(TOKEN));
  expect([first.vault.notice(), first.warnings]).toEqual([null, []]);
  expect(readFileSync(file, 'utf8')).not.toContain(TOKEN);
  first.vault.stop();
  const second = await open(wanted(null));
  expect(second.token()).toEqual(ok(TOKEN));
  expect(second.vault.notice()).toBeNull();
  expect(written.join('\n')).not.toContain(TOKEN);
});

const LOSSES: readonly [loss: string, spoil: () => void][] = [
  ['never-kept', () => rmSync(file)],
  ['file-unreadable', () => writeFileSync(file, '{"version":1,"back')],
  ['file-unreadable', () => writeFileSync(file, '{"version":2}')],
  ['no-keychain', () => (keychain.backend = null)],
  ['other-keychain', () => (keychain.backend = 'kwallet6')],
  ['undecryptable', () => (keychain.key = 'b')],
  ['locked', () => (keychain.state = 'refused')],
];

test.each(LOSSES)('%s: is told, and nothing is taken for the token', async (loss, spoil) => {
  await kept();
  spoil();
  const { vault, token } = await open(wanted(null));
  expect(token()).toEqual(fail(loss));
  expect(vault.notice()).toEqual({ code: 'secret-unread', params: { loss, services: 'MaxBonus' } });
});

test.each(LOSSES)('%s: read again once it is mended, without a restart', async (_, spoil) => {
  await kept();
  const before = readFileSync(file, 'utf8');
  spoil();
  const { vault, token } = await open(wanted(null));
  expect(token().ok).toBe(false);
  writeFileSync(file, before);
  Object.assign(keychain, { backend: 'gnome_libsecret', key: 'a', state: 'unlocked' });
  vault.readAgain();
  await settle();
  expect(token()).toEqual(ok(TOKEN));
  expect(vault.notice()).toBeNull();
});

test('of two secrets the one that is there is given', async () => {
  await kept();
  const { vault } = await open([...wanted(null), ecs]);
  expect(vault.source('maxbonus')()).toEqual(ok(TOKEN));
  expect(vault.source('ecs')()).toEqual(fail('never-kept'));
  expect(vault.notice()).toEqual({ code: 'secret-unread', params: { loss: 'never-kept', services: 'ЕЦС' } });
});

test('what a wrong key opens to signs that no secret has is no secret', async () => {
  await kept();
  keychain.open = async ({ texts }) => ok(texts.map(() => 'a\u0000\uFFFDb'));
  const { token } = await open(wanted(null));
  expect(token()).toEqual(fail('undecryptable'));
});

test('a question that nobody answers is told of after a while, and the answer still counts', async () => {
  await kept();
  keychain.state = 'silent';
  const { vault, token } = await open(wanted(null));
  expect([token(), vault.notice()]).toEqual([fail('waiting'), null]);
  const settled = vault.key('maxbonus').settled();
  clock.advance(PATIENCE_MS);
  await settled;
  expect(token()).toEqual(fail('locked'));
  expect(vault.notice()?.params).toMatchObject({ loss: 'locked' });
  keychain.answer();
  await settle();
  expect(token()).toEqual(ok(TOKEN));
  expect(vault.notice()).toBeNull();
});

test('read again calls off the question before; the end of the program does so too', async () => {
  await kept();
  keychain.state = 'silent';
  const { vault, token } = await open(wanted(null));
  const { asked, stopped } = keychain;
  keychain.state = 'unlocked';
  vault.readAgain();
  await settle();
  expect([keychain.asked, keychain.stopped, token()]).toEqual([asked + 1, stopped + 1, ok(TOKEN)]);
  keychain.answer();
  await settle();
  expect(token()).toEqual(ok(TOKEN));
  vault.stop();
  vault.readAgain();
  await settle();
  expect(keychain.asked).toBe(asked + 1);
});

test('whoever unlocks the keychain elsewhere need not say so; nobody is asked before', async () => {
  await kept();
  keychain.state = 'refused';
  const { token } = await open(wanted(null));
  const asked = keychain.asked;
  clock.advance(LOOK_AGAIN_MS);
  await settle();
  expect([keychain.asked, token()]).toEqual([asked, fail('locked')]);
  keychain.state = 'unlocked';
  clock.advance(LOOK_AGAIN_MS);
  await settle();
  expect(token()).toEqual(ok(TOKEN));
});

test('a new token that is not kept is told of: once where nothing can be done, else until it is kept', async () => {
  keychain.backend = null;
  const without = await open(wanted(TOKEN));
  expect(without.token()).toEqual(ok(TOKEN));
  expect(without.warnings).toEqual([{ code: 'secret-not-kept', params: { loss: 'no-keychain' } }]);
  expect(without.vault.notice()).toBeNull();
  keychain.backend = 'gnome_libsecret';
  keychain.state = 'refused';
  const locked = await open(wanted(TOKEN));
  expect(locked.vault.notice()).toEqual({ code: 'secret-not-kept', params: { loss: 'locked' } });
  keychain.state = 'unlocked';
  locked.vault.readAgain();
  await settle();
  expect(locked.vault.notice()).toBeNull();
  expect((await open(wanted(null))).token()).toEqual(ok(TOKEN));
});

test('a disk that takes no file is told of', async () => {
  file = path.join(path.dirname(file), 'missing', 'secrets.json');
  const { warnings, token } = await open(wanted(TOKEN));
  expect(token()).toEqual(ok(TOKEN));
  expect(warnings).toEqual([{ code: 'secret-not-kept', params: { loss: 'not-written' } }]);
});

test('a secret that the program makes is kept beside the others, and nobody is told of it', async () => {
  const pins: WantedSecret = { owner: 'journal', name: 'journal.pins', given: null, isNew: false };
  const { vault } = await open([...wanted(TOKEN), pins]);
  expect(vault.source('journal')()).toEqual(fail('never-kept'));
  expect(vault.notice()).toBeNull();
  vault.keep('journal', SECRET);
  await settle();
  const next = await open([...wanted(null), pins]);
  expect([next.token(), next.vault.source('journal')()]).toEqual([ok(TOKEN), ok(SECRET)]);
});

test('a file of another user is not read, and says so', async () => {
  await kept();
  chmodSync(file, 0o000);
  // The system's administrator reads everything.
  if (process.getuid?.() === 0) rmSync(file);
  const { token } = await open(wanted(null));
  expect(token()).toEqual(fail(process.getuid?.() === 0 ? 'never-kept' : 'file-unreadable'));
});
