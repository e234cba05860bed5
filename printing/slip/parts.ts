import { type Kopecks, toDecimal } from '../../app/domain/money.ts';
import { ONE, type Quantity, toUnits } from '../../app/domain/quantity.ts';
import type { SlipBlock } from '../../app/domain/slip.ts';
import type { Profile } from '../../app/settings/profile.ts';
import { type Language, type Words, words } from '../text/words.ts';

/** What every slip of a till has in common. */
export type SlipStyle = {
  readonly outlet: Profile['outlet'];
  readonly form: Profile['slip']['form'];
  readonly say: Words;
  /** Epoch ms as date and time. */
  readonly time: (at: number) => string;
};

export const RULE: SlipBlock = { kind: 'rule' };
const SPACE: SlipBlock = { kind: 'space' };

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', uk: 'uk-UA', en: 'en-GB' };

export function slipStyle({ outlet, language, slip }: Pick<Profile, 'outlet' | 'language' | 'slip'>): SlipStyle {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return { outlet, form: slip.form, say: words(language), time: (at) => format.format(at) };
}

/** Who gives the slip, of what and when. */
export function heading({ outlet, say, time }: SlipStyle, of: string, at: number): SlipBlock[] {
  const blocks: SlipBlock[] = [
    centred(outlet.name, true),
    SPACE,
    { kind: 'pair', label: outlet.till, value: of },
    { kind: 'text', text: time(at) },
  ];
  if (outlet.cashier) blocks.push({ kind: 'text', text: say('cashier', { cashier: outlet.cashier }) });
  return blocks;
}

export function centred(text: string, bold = false): SlipBlock {
  return { kind: 'text', text, align: 'center', ...(bold && { bold }) };
}

export function pair(label: string, value: string, bold = false): SlipBlock {
  return { kind: 'pair', label, value, ...(bold && { bold }) };
}

export function amount(label: string, value: Kopecks, bold = false): SlipBlock {
  return pair(label, toDecimal(value), bold);
}

/** Nothing for nothing. */
export function amountIfAny(label: string, value: Kopecks): SlipBlock[] {
  return value > 0 ? [amount(label, value)] : [];
}

export function customerPair(say: Words, phoneEnding: string): SlipBlock[] {
  return phoneEnding ? [pair(say('customer'), `***${phoneEnding}`)] : [];
}

/** Whole pieces as they are, anything else with its three decimals; times the price of one. */
export function quantityTimesPrice(say: Words, of: Quantity, price: Kopecks): string {
  const units = toUnits(of);
  return say('quantity', { quantity: of % ONE === 0 ? String(units) : units.toFixed(3), price: toDecimal(price) });
}

/** The service's own text, printed as given; a line of it may hold breaks of its own. */
export function serviceText(text: readonly string[]): SlipBlock[] {
  return text.flatMap((part) => part.split(/\r\n|\r|\n/).map((line): SlipBlock => ({ kind: 'text', text: line })));
}
