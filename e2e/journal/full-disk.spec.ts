import { readFile, writeFile } from 'node:fs/promises';
import { run } from '../support/run.ts';
import { payByCard } from '../support/screen.ts';
import { CAN_MOUNT, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { expect, openTill, surround, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const FULL = 'Журнал чеков не записывается. На диске нет места.';

/** A till whose data folder is a disk of its own. */
async function onSmallDisk(work: (till: Till, disk: SmallDisk) => Promise<void>): Promise<void> {
  const around = await surround();
  const profile = await readFile(around.profileFile);
  const disk = mountSmallDisk(around.dataDir, 48);
  try {
    await writeFile(around.profileFile, profile);
    const till = await openTill(around);
    await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
    await work(till, disk);
    await till.app.close();
  } finally {
    disk.remove();
    await around.close();
  }
}

// Where nobody may mount a disk there is none to be full.
if (CAN_MOUNT) {
  test(
    'a disk that is full in the middle of a sale is said, loses nothing, and the till sells on when there is room',
    {
      tag: ['@journal', '@hardening'],
    },
    () =>
      onSmallDisk(async (till, disk) => {
        const { page, screen, maxbonus } = till;
        const alert = page.getByRole('alert').filter({ hasText: FULL });
        await till.scan(WATER, WATER);
        await expect(screen.lines).toContainText('99,80');
        disk.fill(0);
        let scanned = 2;
        await expect(async () => {
          await till.scan(WATER);
          scanned += 1;
          await expect(alert.first()).toBeVisible({ timeout: 500 });
        }).toPass();
        await expect(page.getByText('Не пробито: ')).toBeVisible();
        await page.keyboard.press('Shift+Escape');
        await expect(page.getByText('Не пробито: ')).toBeHidden();

        // What the service says to the receipt cannot be stored either: there is no paying.
        await page.keyboard.press('Control+Shift+F8');
        await expect(alert.first()).toBeVisible();
        await page.waitForTimeout(1_000);
        await expect(page.getByRole('button', { name: 'Провести чек' })).toBeHidden();
        expect(maxbonus.control.ledger().receipts).toEqual([]);
        await expect(screen.written).toBeHidden();
        await page.keyboard.press('Escape');

        disk.free();
        const sold = (scanned - 1) * 4_990;
        await payByCard(page);
        expect(maxbonus.control.ledger().receipts).toMatchObject([{ total: sold }]);
        expect(await till.nextSlip()).toContain('Картой');
        await till.powerCut();
        await till.scan(WATER);
        await expect(till.screen.lines).toContainText('49,90');
      }),
  );

  test(
    'a disk that fills while the service answers leaves the receipt in doubt, and it is written once',
    {
      tag: ['@journal', '@maxbonus', '@hardening'],
    },
    () =>
      onSmallDisk(async ({ page, screen, scan, maxbonus }, disk) => {
        await scan(WATER);
        await expect(screen.lines).toContainText('49,90');
        maxbonus.control.faults.add({ kind: 'latency', ms: 1_500, operation: 'write' });
        await page.keyboard.press('Control+Shift+F8');
        await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
        await expect.poll(() => maxbonus.control.faults.waiting.length).toBe(0);
        disk.fill(0);
        await expect(page.getByText(FULL).first()).toBeVisible();
        await expect(screen.written).toBeHidden();
        disk.free();
        await expect(screen.written).toBeVisible({ timeout: 20_000 });
        expect(maxbonus.control.ledger().receipts).toMatchObject([{ total: 4_990 }]);
      }),
  );

  test(
    'a program that starts where nothing can be written says so, and changes nothing',
    {
      tag: ['@journal', '@hardening'],
    },
    () =>
      onSmallDisk(async (till, disk) => {
        await till.scan(WATER);
        await expect(till.screen.lines).toContainText('49,90');
        await till.app.close();
        const journal = await readFile(`${till.dataDir}/journal.sqlite`);
        const args = ['--data-dir', till.dataDir];
        const importing = [...args, '--import-profile', till.profileFile];
        disk.fill(0);
        const full = [await run(args), await run(importing)];
        expect(full.map(({ code }) => code)).toEqual([1, 1]);
        expect(full[0]?.stderr).toMatch(/Для журнала .* нет места на диске\. Освободите место/);
        expect(full[1]?.stderr).toMatch(/Настройки не сохранены в .*: на диске нет места/);
        disk.free();
        disk.makeReadOnly();
        const { code, stderr } = await run(args);
        expect(code).toBe(1);
        expect(stderr).toMatch(/Папка данных .* недоступна для записи: нет права на запись/);
        expect(Buffer.compare(await readFile(`${till.dataDir}/journal.sqlite`), journal)).toBe(0);
      }),
  );
}
