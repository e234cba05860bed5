import type { Locator, Page } from '@playwright/test';
import { payByCard } from '../support/screen.ts';
import { expect, type Till } from '../support/till.ts';

/** The parts of the journal by their accessible names. */
export type JournalScreen = {
  readonly search: Locator;
  readonly rows: Locator;
  readonly details: Locator;
  readonly entries: Locator;
};

export function journalScreen(page: Page): JournalScreen {
  return {
    search: page.getByRole('combobox', { name: 'Номер чека или последние цифры телефона' }),
    rows: page.getByRole('listbox', { name: 'Чеки журнала' }).getByRole('option'),
    details: page.getByRole('region', { name: 'Чек журнала' }),
    entries: page.getByRole('listbox', { name: 'Ждут отправки' }).getByRole('option'),
  };
}

/** Sells these goods by card, to a customer when there is one, and takes the slip from the printer. */
export async function sell(till: Till, codes: readonly string[]): Promise<string> {
  const { page, screen } = till;
  await till.scan(...codes);
  for (const code of codes.filter((one) => one.length === 13)) await expect(screen.lines).toContainText(code);
  if (codes.some((one) => one.length === 16)) await expect(screen.customer).not.toContainText('не определён');
  await payByCard(page);
  return till.nextSlip();
}

/** What the save dialog answers, as if somebody had chosen it. */
export async function chooseFile({ app }: Till, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = async () => ({ canceled: file === null, filePath: file ?? '' });
  }, filePath);
}
