import { expect, test } from 'vitest';
import { type CommandName, commands } from './commands.ts';
import { LONGEST } from './limits.ts';

/** Every text that a person types, with the command that it goes into. */
const TYPED: readonly [CommandName, longest: number, input: (text: string) => unknown][] = [
  ['sale.enter', LONGEST.entry, (text) => ({ text })],
  ['customer.identify', LONGEST.code, (text) => ({ text })],
  ['promo.enter', LONGEST.code, (code) => ({ code })],
  ['certificate.look', LONGEST.code, (code) => ({ code, pin: '' })],
  ['certificate.look', LONGEST.certificatePin, (pin) => ({ code: '1', pin })],
  ['registration.request', LONGEST.code, (phone) => ({ phone })],
  ['receipts.find', LONGEST.receiptSearch, (text) => ({ text })],
  ['benefit.card', LONGEST.benefitCard, (text) => ({ text, series: null })],
  ['benefit.card', LONGEST.benefitSeries, (series) => ({ text: '1', series })],
];

test.each(TYPED)('%s takes a text of %i signs and no longer one', (name, longest, input) => {
  const takes = (length: number) => commands[name].input.safeParse(input('x'.repeat(length))).success;
  expect([takes(longest), takes(longest + 1)]).toEqual([true, false]);
});
