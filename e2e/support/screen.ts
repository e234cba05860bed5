import type { Locator, Page } from '@playwright/test';

/** The parts of the sale screen by their accessible names, as a cashier with a screen reader finds them. */
export type SaleScreen = {
  readonly field: Locator;
  readonly lines: Locator;
  readonly customer: Locator;
  readonly totals: Locator;
  readonly dialog: Locator;
  readonly written: Locator;
  /** The receipt is paid, and its service has yet to be told of it. */
  readonly queued: Locator;
  readonly redemption: Locator;
};

export function saleScreen(page: Page): SaleScreen {
  return {
    field: page.getByLabel('Товар, карта, телефон или сумма'),
    lines: page.getByRole('table', { name: 'Позиции чека' }),
    customer: page.getByRole('region', { name: 'Клиент' }),
    totals: page.getByRole('region', { name: 'Итоги чека' }),
    dialog: page.getByRole('dialog'),
    written: page.getByRole('heading', { name: 'Чек проведён' }),
    queued: page.getByRole('heading', { name: 'Чек принят, ждёт отправки' }),
    redemption: page.getByLabel('Сколько бонусов списать'),
  };
}

export async function payByCard(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await saleScreen(page).written.waitFor();
}

/** Chooses all that can still be given back of the receipt in the return dialog. */
export async function chooseWhole(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Весь чек' }).click();
}

/** Gives back what is chosen in the return dialog. */
export async function giveBack(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await dialog.getByRole('button', { name: 'Провести возврат' }).click();
}
