import type { Customer } from '../../app/domain/customer.ts';
import { type Kopecks, minus, plus, toDecimal, ZERO } from '../../app/domain/money.ts';
import type { Payment } from '../../app/domain/payment.ts';
import { ONE, type Quantity, toUnits } from '../../app/domain/quantity.ts';
import { type Line, linesTotal, lineTotal } from '../../app/domain/receipt.ts';
import type { SlipBlock } from '../../app/domain/slip.ts';
import type { ComposeSlip } from '../../app/sale/ports.ts';
import { due, type Sale, type WriteOutcome } from '../../app/sale/sale.ts';
import type { Profile } from '../../app/settings/profile.ts';
import { type Language, type Words, words } from '../text/words.ts';

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', uk: 'uk-UA', en: 'en-GB' };
const RULE: SlipBlock = { kind: 'rule' };
const SPACE: SlipBlock = { kind: 'space' };

type Settings = Pick<Profile, 'outlet' | 'language'>;

/**
 * Composes the bonus slip in the order of MaxBonus's sample receipts (integrator's manual, appendix 2). Without a
 * customer it has no block of bonuses.
 * @throws Error for a sale that is not paid: a defect of the caller.
 */
export function slipComposer({ outlet, language }: Settings): ComposeSlip {
  const say = words(language);
  return (sale, outcome, at) => ({
    blocks: [
      ...heading(say, outlet, sale, formatTime(at, language)),
      RULE,
      ...sale.lines.flatMap((line) => goods(say, line, sale)),
      RULE,
      ...totals(say, sale, outcome),
      ...payment(say, paymentOf(sale)),
      RULE,
      ...foot(say, sale, outcome),
    ],
  });
}

/** The service's own text where it gives one, else a foot of ours that says the same. */
function foot(say: Words, sale: Sale, outcome: WriteOutcome): SlipBlock[] {
  if (outcome.text.length > 0) return outcome.text.flatMap(serviceText);
  const thanks: SlipBlock = { kind: 'text', text: say('thanks'), align: 'center' };
  return sale.customer ? [...bonuses(say, sale, sale.customer, outcome), RULE, thanks] : [thanks];
}

function formatTime(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

function heading(say: Words, outlet: Profile['outlet'], sale: Sale, time: string): SlipBlock[] {
  const blocks: SlipBlock[] = [
    { kind: 'text', text: outlet.name, align: 'center', bold: true },
    SPACE,
    { kind: 'pair', label: outlet.till, value: say('receipt', { number: sale.number }) },
    { kind: 'text', text: time },
  ];
  if (outlet.cashier) blocks.push({ kind: 'text', text: say('cashier', { cashier: outlet.cashier }) });
  return blocks;
}

function goods(say: Words, line: Line, sale: Sale): SlipBlock[] {
  const { product, quantity } = line;
  const discount = sale.calculation?.lines.find(({ index }) => index === line.index)?.discount ?? ZERO;
  const price = toDecimal(product.price);
  const blocks: SlipBlock[] = [
    { kind: 'text', text: product.name },
    amount(say('quantity', { quantity: formatQuantity(quantity), price }), lineTotal(line)),
  ];
  if (discount > 0) blocks.push(amount(say('lineDiscount'), minus(ZERO, discount)));
  return blocks;
}

/** Whole pieces as they are, anything else with its three decimals. */
function formatQuantity(quantity: Quantity): string {
  const units = toUnits(quantity);
  return quantity % ONE === 0 ? String(units) : units.toFixed(3);
}

function totals(say: Words, sale: Sale, outcome: WriteOutcome): SlipBlock[] {
  const discount = sale.calculation?.discount ?? ZERO;
  return [
    amount(say('sum'), linesTotal(sale.lines)),
    ...(discount > 0 ? [amount(say('discount'), minus(ZERO, discount))] : []),
    ...(outcome.redeemed > 0 ? [amount(say('bonuses'), minus(ZERO, outcome.redeemed))] : []),
    { kind: 'pair', label: say('due'), value: toDecimal(due(sale)), bold: true },
  ];
}

function paymentOf({ stage }: Sale): Payment {
  if (stage.at === 'open') throw new Error('a slip is composed of a paid sale only');
  return stage.payment;
}

/** Cash as it was handed over, so that less the change it is what was due. */
function payment(say: Words, { cash, card, change }: Payment): SlipBlock[] {
  const received = plus(cash, change);
  return [
    ...(received > 0 ? [amount(say('cash'), received)] : []),
    ...(card > 0 ? [amount(say('card'), card)] : []),
    ...(change > 0 ? [amount(say('change'), change)] : []),
  ];
}

function bonuses(say: Words, sale: Sale, customer: Customer, outcome: WriteOutcome): SlipBlock[] {
  const before = sale.calculation?.balance ?? customer.balance;
  return [
    ...(customer.phoneEnding ? [pair(say('customer'), `***${customer.phoneEnding}`)] : []),
    amount(say('balanceBefore'), before),
    ...(outcome.redeemed > 0 ? [amount(say('redeemed'), outcome.redeemed)] : []),
    amount(say('accrued'), outcome.accrued),
    ...(outcome.balance === null ? [] : [amount(say('balanceAfter'), outcome.balance)]),
  ];
}

/** A line of the service may hold breaks of its own. */
function serviceText(text: string): SlipBlock[] {
  return text.split(/\r\n|\r|\n/).map((line) => ({ kind: 'text', text: line }));
}

function amount(label: string, value: Kopecks): SlipBlock {
  return pair(label, toDecimal(value));
}

function pair(label: string, value: string): SlipBlock {
  return { kind: 'pair', label, value };
}
