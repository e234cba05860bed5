import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fillJournal } from '../../testing/busy-journal.ts';
import { dmitry } from '../../testing/fixtures.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { openDatabase } from '../database.ts';
import { JournalWorker, type WorkerThread } from './journal-worker.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { startThread } from './thread.ts';

class FakeThread implements WorkerThread {
  readonly sent: ToWorker[] = [];
  say: (message: unknown) => void = () => {};
  die: () => void = () => {};

  send(message: ToWorker): void {
    this.sent.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.say = listener;
  }
  onExit(listener: () => void): void {
    this.die = listener;
  }
  async stop(): Promise<void> {
    this.die();
  }
  answer(index: number, outcome: FromWorker['outcome']): void {
    this.say({ id: this.sent[index]?.id, outcome });
  }
}

function fake() {
  const threads: FakeThread[] = [];
  const damaged: string[] = [];
  const worker = new JournalWorker(
    () => {
      const thread = new FakeThread();
      threads.push(thread);
      return thread;
    },
    (reason) => damaged.push(reason),
  );
  return { worker, threads, damaged };
}

test('the thread starts with the first question; each answer finds its own, in whatever order they come', async () => {
  const { worker, threads } = fake();
  expect(threads).toEqual([]);
  const first = worker.ask('check', {});
  const second = worker.ask('checkpoint', {});
  expect(threads[0]?.sent).toEqual([
    { id: 1, task: 'check', input: {} },
    { id: 2, task: 'checkpoint', input: {} },
  ]);
  threads[0]?.answer(1, { ok: true, value: { done: true } });
  threads[0]?.answer(0, { ok: true, value: { problem: null } });
  expect(await first).toEqual({ ok: true, value: { problem: null } });
  expect(await second).toEqual({ ok: true, value: { done: true } });
});

test('an answer that is none of the task’s is a failure; what is no message at all is passed over', async () => {
  const { worker, threads } = fake();
  const asked = worker.ask('check', {});
  threads[0]?.say('garbage');
  threads[0]?.say({ id: 77, outcome: { ok: true, value: null } });
  threads[0]?.answer(0, { ok: true, value: { problem: 5 } });
  expect(await asked).toMatchObject({ ok: false, error: { kind: 'failed' } });
});

test('when the thread dies, who waits is told, and the next question starts another', async () => {
  const { worker, threads } = fake();
  const asked = worker.ask('check', {});
  threads[0]?.die();
  expect(await asked).toEqual({ ok: false, error: { kind: 'gone' } });
  const again = worker.ask('check', {});
  threads[1]?.answer(0, { ok: true, value: { problem: null } });
  expect(await again).toMatchObject({ ok: true });
  await worker.stop();
  await worker.stop();
});

test('damage that a question runs into is told', async () => {
  const { worker, threads, damaged } = fake();
  const asked = worker.ask('backup', { at: 0 });
  threads[0]?.answer(0, { ok: false, error: { reason: 'malformed', damage: true } });
  expect(await asked).toEqual({ ok: false, error: { kind: 'failed', reason: 'malformed' } });
  expect(damaged).toEqual(['malformed']);
});

/** A journal at work, with the real thread. */
function atWork() {
  const file = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(opened.error.kind);
  fillJournal(opened.value, 20);
  const damaged: string[] = [];
  const worker = new JournalWorker(
    () => startThread(new URL('worker.ts', import.meta.url), file),
    (reason) => damaged.push(reason),
  );
  onTestFinished(async () => {
    await worker.stop();
    opened.value.close();
  });
  return { file, writer: opened.value, worker, damaged };
}

test('the real thread checks, backs up and survives a question that nobody knows', async () => {
  const { file, worker } = atWork();
  expect(await worker.ask('check', {})).toEqual({ ok: true, value: { problem: null } });
  expect(await worker.ask('backup', { at: Date.UTC(2026, 10, 21) })).toEqual({ ok: true, value: {} });
  expect(await worker.ask('backup', { at: 0.5 })).toMatchObject({ ok: false, error: { kind: 'failed' } });
  expect(statSync(path.join(path.dirname(file), 'backups')).isDirectory()).toBe(true);
});

test('after a checkpoint what was deleted is nowhere on the disk', async () => {
  const { file, writer, worker } = atWork();
  writer.exec(`
    DELETE FROM outbox;
    UPDATE sale SET head = json_remove(head, '$.customer.token') WHERE stage <> 'written'`);
  const onDisk = (): boolean => [file, `${file}-wal`].some((name) => readFileSync(name).includes(dmitry.token));
  expect(onDisk()).toBe(true);
  expect(await worker.ask('checkpoint', {})).toEqual({ ok: true, value: { done: true } });
  expect(onDisk()).toBe(false);
});

test('a checkpoint while somebody reads is put off, and keeps the writer waiting no longer than a moment', async () => {
  const { file, writer, worker } = atWork();
  const reader = openDatabase(file);
  if (!reader.ok) throw new Error(reader.error.kind);
  reader.value.exec('BEGIN; SELECT count(*) FROM sale');
  const asked = worker.ask('checkpoint', {});
  writer.exec("UPDATE sale SET stage = 'discarded' WHERE stage = 'held'");
  expect(await asked).toEqual({ ok: true, value: { done: false } });
  reader.value.exec('COMMIT');
  reader.value.close();
  expect(await worker.ask('checkpoint', {})).toEqual({ ok: true, value: { done: true } });
});

test('damage is found by the check', async () => {
  const { file, writer, worker } = atWork();
  writer.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 4096 * 20), Buffer.alloc(bytes.length - 4096 * 20, 7)]));
  const checked = await worker.ask('check', {});
  writeFileSync(file, bytes);
  expect(checked).toMatchObject({ ok: true, value: { problem: expect.stringMatching(/./) } });
});
