import dgram from 'node:dgram';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';

/** Calls the bridge as somebody does who got into the page. */
const ask = ({ page }: Till, command: string, input: unknown): Promise<unknown> =>
  page.evaluate(async ([name, value]) => (await Reflect.get(globalThis, 'workstation').invoke(name, value)).answer, [
    command,
    input,
  ] as const);

test('however often processes beside it die, the till sells on', { tag: ['@ui', '@hardening'] }, async ({ till }) => {
  const { app, screen, page } = till;
  const graphics = () =>
    app.evaluate(({ app: program }) => program.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null);
  const dead = new Set<number | null>([null]);
  for (let death = 0; death < 8; death++) {
    await expect.poll(async () => dead.has(await graphics())).toBe(false);
    dead.add(await graphics());
    await app.evaluate(({ app: program }) => {
      const others = program.getAppMetrics().filter(({ type, name }) => type === 'GPU' || name === 'Network Service');
      for (const { pid } of others) process.kill(pid, 'SIGKILL');
    });
  }
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await page.keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(screen.written).toBeVisible();
});

test('a scanner process that hangs is replaced, and nothing that was scanned is lost', {
  tag: ['@scanner', '@hardening'],
}, async ({ till }) => {
  const { app, page, screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  const pid = await app.evaluate(
    ({ app: program }) => program.getAppMetrics().find(({ name }) => name === 'device host')?.pid,
  );
  if (pid === undefined) throw new Error('there is no device host');
  process.kill(pid, 'SIGSTOP');
  await expect(page.getByText('Сканер: перезапуск')).toBeAttached({ timeout: 15_000 });
  await expect(page.getByText('Сканер в порядке')).toBeAttached();
  await till.scan(WATER);
  await expect(screen.lines).toContainText('99,80');
});

test('nothing empties the window, downloads into it or speaks past it', { tag: ['@ui', '@hardening'] }, async ({
  till,
}) => {
  const { page, app, screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  const policies = await app.evaluate(async ({ net }) => {
    const answers = await Promise.all(
      ['index.html', 'nowhere.html', '../main.cjs', '%00'].map((name) => net.fetch(`app://workstation/${name}`)),
    );
    return answers.map(({ status, headers }) => [status, headers.get('content-security-policy')?.slice(0, 18)]);
  });
  expect(policies.map(([, policy]) => policy)).toEqual(Array(4).fill("default-src 'none'"));
  expect(policies.map(([status]) => status)).toEqual([200, 404, 404, 404]);

  const downloads = await app.evaluate(({ session }) => {
    Object.assign(globalThis, { downloaded: [] });
    session.defaultSession.on('will-download', (event, item) => {
      Reflect.get(globalThis, 'downloaded').push([item.getFilename(), event.defaultPrevented]);
    });
  });
  expect(downloads).toBeUndefined();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'downloaded'))).toEqual([['x.txt', true]]);

  const server = dgram.createSocket('udp4');
  let packets = 0;
  server.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  const gathered = await page.evaluate(async (port) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel('x');
    const done = new Promise<void>((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
      setTimeout(resolve, 3_000);
    });
    await peer.setLocalDescription(await peer.createOffer());
    await done;
    return peer.localDescription?.sdp.match(/a=candidate:.* udp .*/g)?.length ?? 0;
  }, server.address().port);
  server.close();
  expect({ packets, gathered }).toEqual({ packets: 0, gathered: 0 });

  // Asked of the program: Playwright waits for a navigation that never comes about.
  const go = (address: string) =>
    app.evaluate(async ({ BrowserWindow }, url) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      await contents?.executeJavaScript(`location.href = ${JSON.stringify(url)}; 0`);
    }, address);
  const shown = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const text = await contents?.executeJavaScript('document.body.innerText');
      return `${contents?.getURL()} ${text}`;
    });
  for (const address of [
    'about:blank',
    'app://workstation/nowhere.html',
    'app://workstation/assets/',
    'data:text/html,x',
    'blob:app://workstation/0',
    'https://example.invalid/',
  ]) {
    await go(address);
    await expect(async () => {
      const screenText = await shown();
      expect(screenText, address).toMatch(/^app:\/\/workstation\/index\.html /);
      expect(screenText, address).toContain('49,90');
    }).toPass({ timeout: 10_000 });
  }
});

test('a flood of calls and huge ones are refused, and the till sells on', { tag: ['@ui', '@hardening'] }, async ({
  till,
}) => {
  const { page, screen } = till;
  const refused = { ok: false, error: { code: 'bad-request' } };
  for (const input of [{ text: 'x'.repeat(1e7) }, Array.from({ length: 1e5 }, () => 1)]) {
    expect(await ask(till, 'sale.enter', input)).toMatchObject(refused);
  }
  const answers = await page.evaluate(async () => {
    const { invoke } = Reflect.get(globalThis, 'workstation');
    const calls = Array.from({ length: 20_000 }, () => invoke('view.current'));
    const all: { answer: { ok: boolean } }[] = await Promise.all(calls);
    return all.filter(({ answer }) => answer.ok).length;
  });
  expect(answers).toBeGreaterThan(0);
  expect(answers).toBeLessThan(15_000);
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
});

test('a scan and a press wait while another program holds the journal, and the window goes on', {
  tag: ['@journal', '@hardening'],
}, async ({ till }) => {
  const { page, screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  const other = new Database(path.join(till.dataDir, 'journal.sqlite'));
  other.exec('BEGIN EXCLUSIVE');
  try {
    await till.scan(WATER, WATER);
    await expect(page.getByText('Журнал чеков занят другой программой')).toBeVisible();
    await page.keyboard.press('Control+Shift+F8');
    // Main answers meanwhile: for as long as SQLite itself would have waited nothing stood still.
    const slowest = await page.evaluate(async () => {
      const { invoke } = Reflect.get(globalThis, 'workstation');
      let worst = 0;
      for (const end = performance.now() + 3_000; performance.now() < end; ) {
        const before = performance.now();
        await invoke('view.current');
        worst = Math.max(worst, performance.now() - before);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return worst;
    });
    expect(slowest).toBeLessThan(1_000);
  } finally {
    other.exec('ROLLBACK');
    other.close();
  }
  await expect(screen.lines).toContainText('149,70');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(screen.written).toBeVisible();
  await expect(page.getByText('Журнал чеков занят другой программой')).toBeHidden();
});

test('what the program writes is nobody else’s to read', { tag: ['@journal', '@hardening'] }, async ({ till }) => {
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await till.app.close();
  const open: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isSymbolicLink() || file === till.profileFile) continue;
      if (((await stat(file)).mode & 0o077) !== 0) open.push(entry.name);
      if (entry.isDirectory()) await walk(file);
    }
  };
  await walk(till.dataDir);
  expect(open).toEqual([]);
});
