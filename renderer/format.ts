import type { Kopecks } from '../app/domain/money.ts';
import { ONE, type Quantity } from '../app/domain/quantity.ts';
import type { Language } from './text/language.ts';

/** How amounts, quantities and times look in one language. The only place that knows. */
export type Format = {
  /** "1 290,00": two places, no currency, a true minus sign. */
  money(amount: Kopecks): string;
  /** "1290,00": as a person would type it, to start a field with. */
  typed(amount: Kopecks): string;
  /** "483 тысячи": how much that is, at a glance. */
  roughly(amount: Kopecks): string;
  /** "1 250": a round sum, such as notes make. */
  whole(amount: Kopecks): string;
  /** "1 250": how many there are. */
  count(of: number): string;
  /** "6" for pieces, "1,000" for goods sold by weight. */
  quantity(of: Quantity, weighed: boolean): string;
  /** "1000" or "1,000": as a person would type it. */
  typedQuantity(of: Quantity, weighed: boolean): string;
  /** "33,33": two places, as a person would type it. */
  percent(of: number): string;
  /** "0,35": milliseconds as seconds. */
  seconds(ms: number): string;
  /** "12:17" */
  clock(at: Date): string;
  /** "21.11.2025" */
  day(at: Date): string;
  /** "21.11.2025, 12:17" */
  moment(at: Date): string;
};

const LOCALES: Record<Language, string> = { ru: 'ru-RU', uk: 'uk-UA', en: 'en-GB' };

function createFormat(locale: string): Format {
  const amounts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const plain = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: false,
  });
  const rough = new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 3,
  });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const pieces = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const weights = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const plainPieces = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false });
  const plainWeights = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
    useGrouping: false,
  });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const days = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const moments = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    money: (amount) => amounts.format(amount / 100).replace(/^-/, '−'),
    typed: (amount) => plain.format(amount / 100),
    roughly: (amount) => rough.format(amount / 100),
    whole: (amount) => whole.format(amount / 100),
    count: (of) => whole.format(of),
    quantity: (of, weighed) => (weighed ? weights : pieces).format(of / ONE),
    typedQuantity: (of, weighed) => (weighed ? plainWeights : plainPieces).format(of / ONE),
    percent: (of) => plain.format(of),
    seconds: (ms) => plain.format(ms / 1000),
    clock: (at) => times.format(at),
    day: (at) => days.format(at),
    moment: (at) => moments.format(at),
  };
}

const FORMATS: Record<Language, Format> = {
  ru: createFormat(LOCALES.ru),
  uk: createFormat(LOCALES.uk),
  en: createFormat(LOCALES.en),
};

export function formatFor(language: Language): Format {
  return FORMATS[language];
}
