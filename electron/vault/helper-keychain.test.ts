import { expect, test } from 'vitest';
import { fail, ok } from '../../app/domain/result.ts';
import { helperKeychain } from './helper-keychain.ts';
import { ANSWER_MARK } from './helper-protocol.ts';

const SEALED = { backend: 'gnome_libsecret', texts: ['YQ==', 'Yg=='] };

/** A keychain whose helper is a script, run by a real process. */
const helped = (script: string) => helperKeychain({ file: process.execPath, args: ['-e', script] });
const says = (answer: unknown) =>
  helped(`console.log('noise'); console.log(${JSON.stringify(ANSWER_MARK + JSON.stringify(answer))})`);
const never = () => new AbortController().signal;

test('what the helper says is the answer, whatever else it prints', async () => {
  expect(await says({ ok: true, value: ['a', null] }).open(SEALED, never())).toEqual(ok(['a', null]));
  expect(await says({ ok: false, error: 'other-keychain' }).open(SEALED, never())).toEqual(fail('other-keychain'));
  expect(await says({ ok: true, value: SEALED }).seal(['a', 'b'], never())).toEqual(ok(SEALED));
  expect(await says({ ok: false, error: 'no-keychain' }).seal(['a'], never())).toEqual(fail('no-keychain'));
});

test('it is asked by its stdin: no secret stands on a command line', async () => {
  const script = `let s = ''; process.stdin.on('data', (d) => (s += d)).on('end', () => {
    const value = { backend: 'x', texts: [Buffer.from(s).toString('base64')] };
    console.log(${JSON.stringify(ANSWER_MARK)} + JSON.stringify({ ok: true, value }));
  });`;
  const answer = await helped(script).seal(['secret'], never());
  const [text = ''] = answer.ok ? answer.value.texts : [];
  expect(JSON.parse(Buffer.from(text, 'base64').toString())).toEqual({ kind: 'seal', texts: ['secret'] });
});

test.each([
  ['dies', 'process.exit(1)'],
  ['is killed', 'process.kill(process.pid, "SIGKILL")'],
  ['says nothing', ''],
  ['closes its ears', 'process.stdin.destroy()'],
  ['says what is no answer', `console.log('${ANSWER_MARK}{"ok":tr')`],
  ['answers for fewer', `console.log('${ANSWER_MARK}{"ok":true,"value":["a"]}')`],
])('one that %s got nothing', async (_, script) => {
  expect(await helped(script).open(SEALED, never())).toEqual(fail('locked'));
});

test('a program that is not there got nothing', async () => {
  const missing = helperKeychain({ file: '/nowhere/at-all', args: [] });
  expect(await missing.open(SEALED, never())).toEqual(fail('locked'));
});

test('one that stands still is ended when nobody waits for it any more', async () => {
  const stop = new AbortController();
  const standing = helped(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`).open(SEALED, stop.signal);
  stop.abort();
  expect(await standing).toEqual(fail('locked'));
  expect(await says({ ok: true, value: ['a', 'b'] }).open(SEALED, stop.signal)).toEqual(fail('locked'));
});
