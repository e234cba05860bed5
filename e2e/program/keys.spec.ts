import path from 'node:path';
import { KEYMAP, KEYS, type KeyId } from '../../renderer/keys/keymap.ts';
import { chooseFile, journalScreen } from '../journal/journal-screen.ts';
import { chordStroke, KEYCODES, startTypingScanner } from '../support/devices/typing-scanner.ts';
import { expect, openTill, surround, test } from '../support/till.ts';

const WATER = '4600494000218';
const BUTTER = '4601234500043';
const CARD_WITHOUT_PIN = '7700001110055002';

const isKey = (id: string): id is KeyId => id in KEYS;
const IDS = Object.keys(KEYS).filter(isKey);

const IN_OTHER_TESTS: readonly KeyId[] = [
  'slipPrinted',
  'slipAgain',
  'slipElsewhere',
  'slipCancel',
  'drawer',
  'benefits',
  'larger',
  'smaller',
  'usualSize',
  'giveBack',
  'withoutWriteOff',
  'acknowledge',
];
/** They need a printer in trouble, a drawer, a PIN, a return or an ЕЦС, or stand on no button. */
const ELSEWHERE: ReadonlySet<string> = new Set([...IN_OTHER_TESTS, ...Object.keys(KEYMAP.benefits)]);

/** Every layout, and Caps Lock and Num Lock in each state. */
const KEYBOARDS = [
  { layout: 'us', capsLock: false, numLock: false },
  { layout: 'ru', capsLock: false, numLock: true },
  { layout: 'ua', capsLock: true, numLock: true },
  { layout: 'ru', capsLock: true, numLock: false },
  { layout: 'us', capsLock: true, numLock: true },
] as const;

test('every key that is shown does what it is for, on a real keyboard in every layout', {
  tag: ['@ui', '@hardening'],
}, async () => {
  test.setTimeout(180_000);
  const keyboard = await startTypingScanner();
  const till = await openTill(await surround(), keyboard.display);
  const { page, screen } = till;
  const journal = journalScreen(page);
  const pressed = new Set<string>();
  const locks = { capsLock: false, numLock: false };
  const lock = async (name: keyof typeof locks, on: boolean) => {
    if (locks[name] !== on) await keyboard.press([name === 'capsLock' ? KEYCODES.CapsLock : KEYCODES.NumLock], 20);
    locks[name] = on;
  };
  const press = async (id: KeyId) => {
    pressed.add(id);
    await keyboard.press([chordStroke(KEYS[id][0], !locks.numLock)], 5);
  };
  /** A dialog by its key, and away again. */
  const opens = async (id: KeyId, title: string) => {
    await press(id);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await press('dismiss');
    await expect(screen.dialog).toBeHidden();
  };
  const here = page.getByRole('navigation', { name: 'Разделы' }).locator('[aria-current=page]');
  /** A place by its key, and back to the sale. */
  const leadsTo = async (id: KeyId, name: string, there: () => Promise<void> = async () => {}) => {
    await press(id);
    await expect(here).toContainText(name);
    await there();
    await press('dismiss');
    await expect(here).toContainText('Касса');
  };
  const marked = screen.lines.locator('tr[aria-current=true]');
  let rest: readonly KeyId[] | null = null;
  const received = page.getByLabel('Получено наличными');

  for (const [round, { layout, capsLock, numLock }] of KEYBOARDS.entries()) {
    await keyboard.setLayout(layout);
    await lock('capsLock', capsLock);
    await lock('numLock', numLock);

    await till.scan(WATER, BUTTER, CARD_WITHOUT_PIN);
    await expect(screen.customer).toContainText('Анна');
    await expect(screen.totals).not.toContainText('Предварительно');
    await press('lineUp');
    await expect(marked).toContainText(WATER);
    await press('lineDown');
    await expect(marked).toContainText(BUTTER);
    await opens('quantity', 'Количество');
    await press('redeemAll');
    await expect(screen.totals).toContainText(/−\d/);
    const all = await screen.totals.textContent();
    await press('redeemHalf');
    await expect(screen.totals).not.toHaveText(all ?? '');
    await press('redemption');
    await expect(screen.redemption).toBeFocused();
    await press('field');
    await expect(screen.field).toBeFocused();
    await opens('certificate', 'Подарочный сертификат');
    await opens('promo', 'Промокод');
    await opens('manualDiscount', 'Назначение ручной скидки (наценки)');
    await opens('registration', 'Регистрация покупателя');
    await opens('returnGoods', 'Возврат');
    await opens('newReceipt', 'Отменить чек?');
    await opens('payCard', 'Оплата картой');
    await opens('payMixed', 'Смешанная оплата');
    await press('hold');
    await expect(page.getByRole('button', { name: 'Отложено: 1' })).toBeVisible();
    await opens('heldReceipts', 'Отложенные чеки');
    await press('hold');
    await expect(screen.dialog).toBeVisible();
    await press('confirm');
    await expect(screen.customer).toContainText('Анна');
    await press('removeCustomer');
    await expect(screen.customer).toContainText('Клиент не определён');
    await press('lineDown');
    await expect(marked).toContainText(BUTTER);
    await press('removeLine');
    await expect(screen.lines).not.toContainText(BUTTER);
    await press('undo');
    await expect(screen.lines).toContainText(BUTTER);
    await press('removeLine');
    await expect(screen.lines).not.toContainText(BUTTER);

    await leadsTo('setup', 'Настройки', async () => {
      await press('save');
      await expect(page.getByText('Сохранено и уже действует')).toBeVisible();
    });
    await leadsTo('outbox', 'Журнал');

    await press('payCash');
    await expect(received).toBeFocused();
    for (const [id, sum] of [
      ['firstSum', '50,00'],
      ['secondSum', '100,00'],
      ['thirdSum', '500,00'],
      ['fourthSum', '1000,00'],
      ['exactCash', '49,90'],
    ] as const) {
      await press(id);
      await expect(received).toHaveValue(sum);
    }
    await press('confirm');
    await expect(screen.written).toBeVisible();
    expect(await till.nextSlip()).not.toContain('КОПИЯ');
    await press('reprint');
    expect(await till.nextSlip()).toContain('КОПИЯ');
    await leadsTo('shift', 'Смена', async () => {
      await press('printX');
      expect(await till.nextSlip()).toContain('X-ОТЧЁТ');
      await opens('closeShift', 'Закрыть смену?');
    });
    await leadsTo('journal', 'Журнал', async () => {
      await expect(journal.rows).toHaveCount(round + 1);
      const at = (row: number) => expect(journal.rows.nth(row)).toHaveAttribute('aria-selected', 'true');
      for (const [id, row] of [
        ['lastLine', round],
        ['firstLine', 0],
        ['pageDown', round],
        ['pageUp', 0],
      ] as const) {
        await press(id);
        await at(row);
      }
      for (const [id, file] of [
        ['exportCsv', 'receipts.csv'],
        ['exportJson', 'receipts.json'],
      ] as const) {
        await chooseFile(till, path.join(till.dataDir, file));
        await press(id);
        await expect(page.getByText(/^Выгружено чеков/)).toContainText(file);
      }
    });
    await press('newReceipt');
    await expect(screen.written).toBeHidden();
    // Any other key of the keymap opens something in front of the sale.
    rest ??= IDS.filter((id) => !pressed.has(id) && !ELSEWHERE.has(id));
    for (const id of rest) {
      await press(id);
      await expect(screen.dialog).toBeVisible();
      await press('dismiss');
      await expect(screen.dialog).toBeHidden();
    }
  }
  await till.close();
  await keyboard.close();
});
