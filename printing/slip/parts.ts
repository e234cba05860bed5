import { type Kopecks, toDecimal } from '../../app/domain/money.ts';
import { ONE, type Quantity, toUnits } from '../../app/domain/quantity.ts';
import type { ServiceLine, SlipBlock } from '../../app/domain/slip.ts';
import type { Profile } from '../../app/settings/profile.ts';
import type { SlipSettings } from '../../app/settings/slip.ts';
import { type Language, type Words, words } from '../text/words.ts';

/** What every slip of a till has in common. */
export type SlipStyle = {
  readonly outlet: Profile['outlet'];
  readonly slip: SlipSettings;
  readonly say: Words;
  /** Epoch ms as date and time. */
  readonly time: (at: number) => string;
};

export const RULE: SlipBlock = { kind: 'rule' };
export const SPACE: SlipBlock = { kind: 'space' };

const MOST_SERVICE_LINES = 100;

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', uk: 'uk-UA', en: 'en-GB' };

/** How a till's slips look: what of its profile concerns them. */
export type SlipLook = Pick<Profile, 'outlet' | 'language' | 'slip'>;

export function slipStyle({ outlet, language, slip }: SlipLook): SlipStyle {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(slip.show.seconds && { second: '2-digit' }),
  });
  return { outlet, slip, say: words(language), time: (at) => format.format(at) };
}

/** Who gives the slip, of what and when. */
export function heading(
  { outlet, slip: { header, show, kkm }, say, time }: SlipStyle,
  of: string,
  at: number,
): SlipBlock[] {
  const above = [...(show.outlet ? [centred(outlet.name, true)] : []), ...header.map((line) => centred(line))];
  return [
    ...above,
    ...(above.length > 0 ? [SPACE] : []),
    ...(kkm ? [text(say('kkm', { number: kkm }))] : []),
    pair(show.till ? outlet.till : '', of),
    text(time(at)),
    ...(show.cashier && outlet.cashier ? [text(say('cashier', { cashier: outlet.cashier }))] : []),
  ];
}

/** What the shop has to say at the foot of every slip for a customer. */
export function footer({ slip }: SlipStyle): SlipBlock[] {
  return slip.footer.map((line) => centred(line));
}

export function text(of: string): SlipBlock {
  return { kind: 'text', text: of };
}

export function centred(of: string, bold = false): SlipBlock {
  return { kind: 'text', text: of, align: 'center', ...(bold && { bold }) };
}

/** What the slip is, to be seen from afar. */
export function title(of: string): SlipBlock {
  return { kind: 'text', text: of, align: 'center', bold: true, large: true };
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

export function customerPair({ say, slip }: SlipStyle, phoneEnding: string): SlipBlock[] {
  return slip.show.customer && phoneEnding ? [pair(say('customer'), `***${phoneEnding}`)] : [];
}

/** The customer's bonuses; `null` when the service does not say. */
export function balancePair({ slip }: SlipStyle, label: string, balance: Kopecks | null): SlipBlock[] {
  return slip.show.balance && balance !== null ? [amount(label, balance)] : [];
}

/** Whole pieces as they are, anything else with its three decimals; times the price of one. */
export function quantityTimesPrice(say: Words, of: Quantity, price: Kopecks): string {
  const units = toUnits(of);
  return say('quantity', { quantity: of % ONE === 0 ? String(units) : units.toFixed(3), price: toDecimal(price) });
}

/**
 * What the service has printed: its text as given, a line of which may hold breaks of its own, and lines with a form. Nobody reads a
 * metre of it.
 */
export function serviceText(lines: readonly ServiceLine[]): SlipBlock[] {
  return lines
    .flatMap((line) => (typeof line === 'string' ? line.split(/\r\n|\r|\n/).map(text) : [line]))
    .slice(0, MOST_SERVICE_LINES);
}
