import type { Locator, Page } from '@playwright/test';
import type { CommandName } from '../../app/contract/commands.ts';
import type { View } from '../../app/contract/view.ts';
import { kopecks, ZERO } from '../../app/domain/money.ts';
import { TRAINING_CERTIFICATES } from '../../app/training/maxbonus/certificates.ts';
import { command, commanded, viewOf } from './desk.ts';
import { decodeEscPos } from './devices/escpos-decoder.ts';
import { chooseWhole } from './screen.ts';
import type { Storm } from './storm.ts';
import { expect, openTill, surround, type Till } from './till.ts';

/** Buttons that decide something, and how each is reached on a till in any state. */

const WATER = '4600494000218';
const UNKNOWN = '4602222222220';
const CANE_HOLDER = '4607001234562';
const CARD_WITH_PIN = '7700001233377001';

/** A press of one button, or the key that does the same. */
export type Press = {
  readonly name: string;
  /** The command that a press of it sends; none where it changes the screen alone. */
  readonly sends?: CommandName;
  /** Brings the button up. */
  ready(till: Till): Promise<void>;
  button(page: Page): Locator;
  /** Whether what the button is for has happened. */
  done(view: View, till: Till): boolean | Promise<boolean>;
  /** What the keyboard is on presses it by Enter. */
  readonly byEnter?: true;
  /** A code that is scanned in front of it is its own matter. */
  readonly takesScans?: true;
  /** It hears no key at first. */
  readonly deafToKeys?: true;
};

/** A till whose scanner types, so that it may type into a press, and which sends SMS after SMS. */
export async function stormyTill(): Promise<Till> {
  const around = await surround(({ maxbonus, ...profile }) => ({
    ...profile,
    ...(maxbonus && { maxbonus: { ...maxbonus, pins: { pauseMs: 0 } } }),
    scanners: [],
  }));
  return openTill(around);
}

/** Goes to the sale with an empty receipt on it, whatever was in front. */
async function blank(till: Till): Promise<void> {
  const { page, screen } = till;
  if ((await viewOf(page)).sale.stage === 'in-doubt') await command(page, 'sale.park', undefined);
  while ((await screen.dialog.isVisible()) || !(await screen.field.isVisible())) await page.keyboard.press('Escape');
  // What was scanned may still be looked up.
  await expect.poll(async () => (await command(page, 'sale.new', undefined)).ok).toBe(true);
  await expect(page.getByText('Чек пуст')).toBeVisible();
}

async function ringUp(till: Till, code = WATER): Promise<void> {
  await blank(till);
  await commanded(till.page, 'sale.enter', { text: code });
  await expect(till.screen.lines).toContainText(code);
}

async function pay(till: Till): Promise<void> {
  const { page } = till;
  await ringUp(till);
  await command(page, 'sale.calculate', { redemption: ZERO });
  const { due } = (await viewOf(page)).sale.totals;
  await command(page, 'sale.pay', { due, cash: ZERO, card: due });
}

async function sell(till: Till): Promise<void> {
  await pay(till);
  await expect(till.screen.written).toBeVisible();
}

async function onShift(till: Till, open: boolean): Promise<void> {
  const { page } = till;
  const shown = page.getByRole('complementary').getByRole('button', { name: open ? 'X-отчёт' : 'Открыть смену' });
  if ((await viewOf(page)).sale.lines.length > 0) await blank(till);
  const isOpen = (await viewOf(page)).shift !== null;
  if (open && !isOpen) await commanded(page, 'shift.open', undefined);
  if (!open && isOpen) await commanded(page, 'shift.close', { seen: true });
  if (!(await shown.isVisible())) await page.keyboard.press('F3');
  await expect(shown).toBeVisible();
}

/** Changes a setting and leaves it unsaved. */
async function changeSettings(till: Till): Promise<void> {
  const { page } = till;
  const slip = page.getByRole('tab', { name: 'Слип' });
  if (!(await slip.isVisible())) {
    await blank(till);
    await page.keyboard.press('Control+F2');
  }
  await slip.click();
  await page.getByRole('checkbox').first().click();
  await expect(page.getByText('Есть несохранённые изменения')).toBeVisible();
}

async function writeOff(till: Till): Promise<void> {
  const { page } = till;
  await ringUp(till, CANE_HOLDER);
  await commanded(page, 'customer.identify', { text: CARD_WITH_PIN });
  await expect
    .poll(async () => {
      const { busy, sale } = await viewOf(page);
      return busy === null && sale.calculated;
    })
    .toBe(true);
  await commanded(page, 'sale.calculate', { redemption: kopecks(100_00) });
  await expect(till.screen.dialog).toBeVisible();
}

const inDialog = (name: string | RegExp) => (page: Page) => page.getByRole('dialog').getByRole('button', { name });

const shift: readonly Press[] = [
  {
    name: 'close the shift',
    sends: 'shift.close',
    ready: async (till) => {
      await onShift(till, true);
      await till.page.getByRole('button', { name: 'Закрыть смену (Z)' }).click();
    },
    button: inDialog('Закрыть смену'),
    done: (view) => view.shift === null,
  },
  {
    name: 'open a shift',
    sends: 'shift.open',
    ready: (till) => onShift(till, false),
    button: (page) => page.getByRole('button', { name: 'Открыть смену' }),
    done: (view) => view.shift !== null,
  },
  {
    name: 'print an X report',
    sends: 'shift.printX',
    ready: async (till) => {
      await blank(till);
      await onShift(till, true);
    },
    button: (page) => page.getByRole('button', { name: 'X-отчёт' }),
    done: (_view, { page }) => page.getByText('Отчёт отправлен на печать').isVisible(),
  },
];

const sale: readonly Press[] = [
  {
    name: 'pay by card',
    sends: 'sale.pay',
    byEnter: true,
    ready: async (till) => {
      await ringUp(till);
      await till.page.keyboard.press('Control+Shift+F8');
    },
    button: inDialog('Провести чек'),
    done: ({ sale }) => sale.stage !== 'open' || sale.lines.length === 0,
  },
  {
    name: 'pay in cash',
    sends: 'sale.pay',
    byEnter: true,
    ready: async (till) => {
      await ringUp(till);
      await till.page.keyboard.press('Control+Shift+F7');
      await expect(till.page.getByLabel('Получено наличными')).toBeFocused();
    },
    button: inDialog('Провести чек'),
    done: ({ sale }) => sale.stage !== 'open' || sale.lines.length === 0,
  },
  {
    name: 'cancel a receipt',
    sends: 'sale.new',
    ready: async (till) => {
      await ringUp(till);
      await till.page.keyboard.press('Control+F12');
    },
    button: inDialog('Отменить чек'),
    done: (view) => view.sale.lines.length === 0,
  },
  {
    name: 'change a quantity',
    sends: 'line.setQuantity',
    byEnter: true,
    ready: async (till) => {
      await ringUp(till);
      await till.page.keyboard.press('*');
      await till.page.getByLabel('Новое количество').fill('3');
    },
    button: inDialog('Изменить'),
    done: (view) => view.sale.lines[0]?.quantity === 3000,
  },
  {
    name: 'hold a receipt',
    sends: 'receipt.hold',
    ready: async (till) => {
      await blank(till);
      for (const { id } of (await viewOf(till.page)).held) {
        await commanded(till.page, 'receipt.takeBack', { receipt: id });
        await commanded(till.page, 'sale.new', undefined);
      }
      await ringUp(till);
    },
    button: (page) => page.getByRole('button', { name: 'Отложить чек' }),
    done: (view) => view.held.length === 1,
  },
  {
    name: 'take a receipt back',
    sends: 'receipt.takeBack',
    byEnter: true,
    ready: async (till) => {
      if ((await viewOf(till.page)).held.length === 0) {
        await ringUp(till);
        await commanded(till.page, 'receipt.hold', undefined);
      }
      await blank(till);
      await till.page.keyboard.press('Shift+F5');
    },
    button: inDialog('Вернуть чек'),
    done: (view) => view.held.length === 0,
  },
  {
    name: 'begin the next receipt',
    sends: 'sale.new',
    ready: sell,
    button: (page) => page.getByRole('button', { name: 'Новый чек' }),
    done: (view) => view.sale.stage === 'open',
  },
  {
    name: 'answer what was meant',
    sends: 'sale.answer',
    ready: async (till) => {
      await blank(till);
      await commanded(till.page, 'sale.enter', { text: '482915' });
    },
    button: (page) => page.getByRole('dialog').getByRole('listitem').getByRole('button').first(),
    done: (view) => view.question === null,
    deafToKeys: true,
  },
  {
    name: 'mark a receipt up',
    sends: 'sale.markUp',
    byEnter: true,
    ready: async (till) => {
      await ringUp(till);
      await till.page.getByRole('button', { name: 'Ручная скидка' }).click();
      await till.screen.dialog.getByRole('radio', { name: 'Наценка' }).check();
      await till.screen.dialog.getByLabel('Ручная наценка, ₽').fill('10');
    },
    button: inDialog('ОК'),
    done: (view) => view.sale.lines.length === 2,
  },
  {
    name: 'ask for the PIN of a new customer',
    sends: 'registration.request',
    byEnter: true,
    ready: async (till) => {
      await command(till.page, 'registration.cancel', undefined);
      await blank(till);
      await till.page.keyboard.press('F4');
      await till.screen.dialog.getByLabel('Телефон').fill('9247654321');
    },
    button: inDialog('Запросить ПИН'),
    done: (view) => view.registration !== null,
  },
  {
    name: 'calculate a receipt',
    sends: 'sale.calculate',
    ready: (till) => ringUp(till),
    button: (page) => page.getByRole('button', { name: 'Рассчитать' }),
    done: (view) => view.sale.calculated,
  },
];

const tender: readonly Press[] = [
  {
    name: 'enter a promo code',
    sends: 'promo.enter',
    byEnter: true,
    takesScans: true,
    ready: async (till) => {
      await ringUp(till);
      await till.page.keyboard.press('F9');
      await till.screen.dialog.getByLabel('Промокод или купон').fill('SALE10');
    },
    button: inDialog('Применить'),
    done: (view) => view.sale.promo !== null,
  },
  {
    name: 'look a certificate up',
    sends: 'certificate.look',
    byEnter: true,
    takesScans: true,
    ready: async (till) => {
      await ringUp(till);
      await till.page.keyboard.press('F8');
      await till.screen.dialog.getByLabel('Код сертификата').fill(TRAINING_CERTIFICATES.plain.code);
    },
    button: inDialog('Проверить'),
    done: (view) => view.certificate !== null,
  },
  {
    name: 'pay by a certificate',
    sends: 'certificate.add',
    byEnter: true,
    takesScans: true,
    ready: async (till) => {
      await ringUp(till);
      await commanded(till.page, 'sale.calculate', { redemption: ZERO });
      await commanded(till.page, 'certificate.look', { code: TRAINING_CERTIFICATES.plain.code, pin: '' });
      await expect(till.screen.dialog.getByLabel('Оплатить сертификатом')).toBeFocused();
    },
    button: inDialog('Добавить'),
    done: (view) => view.sale.certificates.length === 1,
  },
  {
    name: 'send a PIN',
    sends: 'pin.ask',
    byEnter: true,
    ready: writeOff,
    button: inDialog('Отправить ПИН'),
    done: (view) => view.sale.pin.asked,
  },
  {
    name: 'confirm a PIN',
    sends: 'pin.check',
    byEnter: true,
    ready: async (till) => {
      await writeOff(till);
      await commanded(till.page, 'pin.ask', undefined);
      const pin = till.maxbonus.control.sms().at(-1)?.pin ?? '';
      await till.page.getByLabel('ПИН из СМС').fill(pin);
    },
    button: inDialog('Подтвердить'),
    done: (view) => view.sale.pin.confirmed,
  },
];

/** Done when it is on paper: a key that fell into the press searches the journal, and takes the message about the copy away. */
function printACopy(): Press {
  let before = 0;
  return {
    name: 'print a copy from the journal',
    sends: 'journal.reprint',
    ready: async (till) => {
      before = till.printer.jobs.length;
      await sell(till);
      await till.page.keyboard.press('F2');
    },
    button: (page) => page.getByRole('button', { name: 'Копия слипа' }),
    done: (_view, { printer }) =>
      printer.jobs
        .slice(before)
        .some(({ bytes }) => decodeEscPos(bytes).lines.some(({ text }) => text.includes('КОПИЯ'))),
  };
}

const elsewhere: readonly Press[] = [
  {
    name: 'save settings',
    sends: 'setup.save',
    ready: changeSettings,
    button: (page) => page.getByRole('button', { name: 'Сохранить' }),
    done: (_view, { page }) => page.getByText('Сохранено и уже действует').isVisible(),
  },
  {
    name: 'leave settings unsaved',
    ready: async (till) => {
      await changeSettings(till);
      await till.page.keyboard.press('Escape');
    },
    button: inDialog('Не сохранять'),
    done: (_view, { screen }) => screen.field.isVisible(),
  },
  printACopy(),
];

const outbox: readonly Press[] = [
  {
    name: 'pay a return out',
    sends: 'return.write',
    ready: async (till) => {
      const { page, screen } = till;
      await sell(till);
      await page.keyboard.press('Control+Shift+F5');
      await screen.dialog.getByRole('option').first().click();
      await chooseWhole(page);
      await screen.dialog.getByRole('button', { name: 'Вернуть', exact: true }).click();
    },
    button: inDialog('Провести возврат'),
    done: async (_view, { page }) => {
      const [receipt] = await commanded(page, 'receipts.find', { text: '' });
      return receipt?.lines.every(({ returnable }) => returnable === 0) ?? false;
    },
  },
  {
    name: 'leave a receipt in doubt to the outbox',
    sends: 'sale.park',
    ready: async (till) => {
      const { faults } = till.maxbonus.control;
      faults.clear();
      await blank(till);
      faults.add({ kind: 'drop-after-commit', operation: 'write' });
      faults.add({ kind: 'status', status: 503, operation: 'rollback', times: null });
      await pay(till);
    },
    button: inDialog('Следующий покупатель'),
    done: (view) => view.sale.stage !== 'in-doubt',
  },
  {
    name: 'set aside what cannot be sent',
    sends: 'outbox.setAside',
    ready: async (till) => {
      const { page } = till;
      const { faults } = till.maxbonus.control;
      faults.clear();
      await blank(till);
      for (const { id } of await commanded(page, 'outbox.list', undefined)) await command(page, 'outbox.retry', { id });
      await expect.poll(async () => (await viewOf(page)).outbox.waiting, { timeout: 30_000 }).toBe(0);
      faults.add({ kind: 'status', status: 503, times: null });
      await pay(till);
      if ((await viewOf(page)).sale.stage === 'in-doubt') await commanded(page, 'sale.park', undefined);
      faults.clear();
      faults.add({ kind: 'refused', message: 'Торговая точка закрыта', operation: 'write', times: null });
      await blank(till);
      await page.keyboard.press('Shift+F2');
      await page.getByRole('button', { name: 'Повторить' }).click();
      await page.getByRole('button', { name: 'Закрыть без отправки' }).click();
    },
    button: inDialog('Да, закрыть'),
    done: (view) => view.outbox.dead === 0,
  },
];

export const PRESSES = [...shift, ...sale, ...tender, ...elsewhere, ...outbox];

/** How a button is pressed; every way has a beginning and an end. */
export type Way = 'mouse' | 'space' | 'enter';
/** What falls between the two, besides snapshots. */
type Meanwhile = 'nothing' | 'a slip' | 'a scan' | 'a key';

/** The ways of a press, as many as there are. */
export function waysOf({ byEnter, deafToKeys }: Press): readonly Way[] {
  return ['mouse', ...(deafToKeys ? [] : ['space' as const]), ...(byEnter ? ['enter' as const] : [])];
}

/** What may fall into a press, in turn. */
export function meanwhileOf({ takesScans }: Press, turn: number): Meanwhile {
  const all = ['nothing', 'a slip', 'a key', ...(takesScans ? [] : ['a scan' as const])] as const;
  return all[turn % all.length] ?? 'nothing';
}

type Throw = { readonly press: Press; readonly way: Way; readonly meanwhile: Meanwhile };

/** Presses once, in the storm. Gives back what stood on the screen where nothing came of it; `null` where it did. */
export async function pressed(till: Till, storm: Storm, { press, way, meanwhile }: Throw): Promise<string | null> {
  const { page } = till;
  await storm.calm();
  await press.ready(till);
  const button = press.button(page);
  // What has just come up may be deaf for a moment.
  await button.click({ trial: true });
  if (meanwhile === 'a slip') await command(page, 'shift.printX', undefined);
  const { begin, end } = await handOn(page, button, way);
  if (way !== 'mouse') await storm.rise();
  await begin();
  if (way === 'mouse') await storm.rise();
  await storm.pass(2);
  if (meanwhile === 'a scan') await command(page, 'scan.wedge', { text: UNKNOWN, at: Date.now() });
  if (meanwhile === 'a key') await page.keyboard.press('7');
  await storm.pass(3);
  await end();
  const isDone = async () => press.done(await viewOf(page), till);
  const happened = await expect
    .poll(isDone, { timeout: 3_000, intervals: [20, 50, 100] })
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
  await storm.calm();
  if (happened) return null;
  const shown = await page.locator('body').ariaSnapshot();
  await blank(till);
  return shown;
}

/** The two halves of a press. */
async function handOn(page: Page, button: Locator, way: Way) {
  const { mouse, keyboard } = page;
  if (way === 'mouse') {
    const box = await button.boundingBox();
    if (!box) throw new Error('the button is not to be seen');
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    return { begin: () => mouse.down(), end: () => mouse.up() };
  }
  if (way === 'space') await button.focus();
  const key = way === 'space' ? 'Space' : 'Enter';
  return { begin: () => keyboard.down(key), end: () => keyboard.up(key) };
}
