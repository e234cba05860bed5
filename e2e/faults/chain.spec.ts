import path from 'node:path';
import { test } from '@playwright/test';
import Database from 'better-sqlite3';
import { sell } from '../journal/journal-screen.ts';
import { expect, openTill, type Surroundings, surround, type Till } from '../support/till.ts';

const WATER = '4600494000218';
/** The chain is followed half a minute after the start. */
const LOOKED_AT_MS = 60_000;

async function start(around: Surroundings): Promise<Till> {
  const till = await openTill(around);
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  return till;
}

test('an event that was taken out is told of, and stands in the journal from then on', {
  tag: '@journal',
}, async () => {
  test.slow();
  const around = await surround();
  const first = await start(around);
  await sell(first, [WATER]);
  await first.app.close();
  const journal = new Database(path.join(around.dataDir, 'journal.sqlite'));
  journal.exec('DROP TRIGGER event_kept; DELETE FROM event WHERE id = 3');
  journal.close();

  const told = await start(around);
  await expect(told.page.getByText('В журнале событий что-то изменили: запись 4 не сходится')).toBeVisible({
    timeout: LOOKED_AT_MS,
  });
  await told.page.keyboard.press('F2');
  await expect(told.page.getByText('Журнал событий нарушен у записей: 4.')).toBeVisible();
  await told.app.close();

  const again = await start(around);
  await again.page.keyboard.press('F2');
  await expect(again.page.getByText('Журнал событий нарушен у записей: 4.')).toBeVisible();
  await again.close();
});
