declare const cardNumberBrand: unique symbol;
declare const cardSeriesBrand: unique symbol;

/** The number and the series of a social card. Personal: never shown, logged or stored. */
type CardNumber = string & { readonly [cardNumberBrand]: true };
type CardSeries = string & { readonly [cardSeriesBrand]: true };

export type SocialCard = { readonly cardNumber: CardNumber; readonly cardSeries: CardSeries };

/** Whether the last digit of a number is checked: `luhn` as ISO/IEC 7812 has it for identification cards. */
export type SocialCardCheck = 'luhn' | 'none';

/** Digits of number and series. */
export type SocialCardLengths = { readonly number: number; readonly series: number };

/** As the ЕЦС specification has them, appendix 6. */
export const SOCIAL_CARD_LENGTHS: SocialCardLengths = { number: 19, series: 8 };

/** Number and series as they stand on the card, blanks allowed (ЕЦС specification, appendix 6); `null` when they are none. */
export function parseSocialCard(
  number: string,
  series: string,
  check: SocialCardCheck,
  lengths: SocialCardLengths = SOCIAL_CARD_LENGTHS,
): SocialCard | null {
  const cardNumber = digitsOf(number, lengths.number);
  const cardSeries = digitsOf(series, lengths.series);
  if (cardNumber === null || cardSeries === null) return null;
  if (check === 'luhn' && !passesLuhn(cardNumber)) return null;
  return { cardNumber: cardNumber as CardNumber, cardSeries: cardSeries as CardSeries };
}

/**
 * The card by its bar code, a Code 128 that holds number and series (ЕЦС specification, appendix 6), the number first.
 */
export function parseSocialBarcode(
  text: string,
  check: SocialCardCheck,
  lengths: SocialCardLengths = SOCIAL_CARD_LENGTHS,
): SocialCard | null {
  const digits = digitsOf(text, lengths.number + lengths.series);
  if (digits === null) return null;
  return parseSocialCard(digits.slice(0, lengths.number), digits.slice(lengths.number), check, lengths);
}

function digitsOf(text: string, length: number): string | null {
  const digits = text.replace(/\s/g, '');
  return digits.length === length && /^\d+$/.test(digits) ? digits : null;
}

/** Every second digit from the right counts twice, less nine when that has two digits; the sum ends in nought. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits.at(-1 - place)) * (place % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
