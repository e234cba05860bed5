import { expect, test } from 'vitest';
import type { SlipDocument } from '../../app/domain/slip.ts';
import { slipSchema } from '../../app/settings/slip.ts';
import { layOut } from '../layout.ts';
import { words } from '../text/words.ts';
import { slipComposer } from './composer.ts';
import { exampleQueued } from './examples.ts';

const at = new Date(2026, 10, 21, 9, 5).getTime();
const outlet = { name: 'Магазин', till: 'Касса 1', cashier: '' };
const composer = (form: 'receipt' | 'tear-off') =>
  slipComposer({ outlet, language: 'ru', slip: slipSchema.parse({ form }) });
const sale = exampleQueued(words('ru'));
const anonymous = { ...sale, customer: null };

const text = (slip: SlipDocument): string =>
  layOut(slip, 48)
    .map((line) => line.text.trim())
    .join('\n');

test('a receipt that waits is printed whole and says that its bonuses come later', () => {
  const slip = text(composer('receipt').notice(sale, at));
  expect(slip).toMatch(/Чек № 12/);
  expect(slip).toMatch(/Молоко[\s\S]*ИТОГ +425\.47[\s\S]*Сдача/);
  expect(slip).toMatch(/Нет связи с MaxBonus: бонусы будут начислены\s+позже/);
});

test('beside a fiscal receipt number and sum are enough', () => {
  const slip = text(composer('tear-off').notice(sale, at));
  expect(slip).toMatch(/Чек № 12[\s\S]*ИТОГ +425\.47[\s\S]*бонусы будут/);
  expect(slip).not.toContain('Молоко');
});

test('without a customer nobody is promised bonuses', () => {
  expect(text(composer('receipt').notice(anonymous, at))).toContain('чек будет отправлен позже');
  expect(text(composer('receipt').notice(anonymous, at))).not.toContain('бонус');
});

test('a refused receipt is told with the service’s own reason', () => {
  const slip = text(composer('receipt').refusal(sale, 'Покупатель {{number}} заблокирован', at));
  expect(slip).toMatch(/^ЧЕК НЕ ПРИНЯТ[\s\S]*Чек № 12[\s\S]*ИТОГ +425\.47/);
  expect(slip).toMatch(/Покупатель \{\{number\}\}\s+заблокирован\nБонусы за него не начислены\./);
  expect(text(composer('receipt').refusal(anonymous, 'Нет', at))).not.toContain('Бонусы');
});

test('a sale that is not paid has no notice', () => {
  expect(() => composer('receipt').notice({ ...sale, stage: { at: 'open' } }, at)).toThrow('paid');
});
