import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import {
  digitsOf,
  FEWEST_DIGITS,
  hasPlus,
  lastDigits,
  looksLikePhone,
  MOST_DIGITS,
  type Phone,
  replaceLongNumbers,
} from './phone.ts';

/** Countries whose own spelling a shop may choose; any other number is written with a plus. */
export const PHONE_COUNTRIES = [
  'RU',
  'BY',
  'KZ',
  'UA',
  'KG',
  'UZ',
  'TJ',
  'GE',
  'AZ',
  'AM',
  'MD',
] as const satisfies readonly CountryCode[];
export type PhoneCountry = (typeof PHONE_COUNTRIES)[number];

/**
 * Forms without a plus: ten digits of a Russian mobile, or with a trunk 0; eleven behind a trunk 7 or 8; the code of a country
 * of ours, also behind Russia's and Belarus' prefix 810. Articles and barcodes have other forms, or no number is like them.
 */
const WITHOUT_PLUS = /^(?:[09]\d{9}|[78]\d{10}|(?:375|380|99[24568])\d{9}|37[34]\d{8}|810\d{9,13})$/;

/** A sum of money, a weight or a day among digits: together with what stands beside it, it is no phone. */
const SUM_OR_DAY =
  /(?<![.\d])\d+\.\d{1,3}(?![.\d])|(?<!\d)(?:\d{1,2}([./])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)/;

/**
 * Reads a phone in any spelling a person uses: "+7 (914) 123–45–67", "8 914…", "9141234567", "+380 67 …", "8 029 …" in Belarus.
 * What no country has is no phone, so that no SMS goes to a stranger. A plus before Russia's trunk 8 is a slip of the hand.
 * @param country whose spelling is meant where no plus says another
 */
export function parsePhone(text: string, country: PhoneCountry): Phone | null {
  if (!looksLikePhone(text)) return null;
  const digits = digitsOf(text);
  if (!hasPlus(text)) return WITHOUT_PLUS.test(digits) && !SUM_OR_DAY.test(text) ? national(digits, country) : null;
  // No country has the code 8 alone; a gap behind it says that it was meant so.
  const isTrunk = /^\D*8(?!\d)/u.test(text.trim());
  return (
    (isTrunk ? null : numbered(`+${digits}`, country)) ?? (digits.startsWith('8') ? national(digits, country) : null)
  );
}

function national(digits: string, country: PhoneCountry): Phone | null {
  const isBare = digits.length === 10 && digits.startsWith('9');
  return isBare && country !== 'RU' ? null : numbered(digits, country);
}

function numbered(spelled: string, country: PhoneCountry): Phone | null {
  const number = parsePhoneNumberFromString(spelled, { defaultCountry: country, extract: false });
  // A number whose digits the library knows is one; nothing but digits is left of it.
  return number?.isValid() ? (number.number.slice(1) as Phone) : null;
}

/** The text with only the last four digits left of every phone that could be read in one of the countries; sums and dates stay. */
export function maskPhones(text: string): string {
  return replaceLongNumbers(text, (number) => {
    const groups = [...number.matchAll(GROUP)].map(([, lead = '', opening = '', digits = '']) => ({
      lead,
      opening,
      digits,
    }));
    let shown = '';
    for (let from = 0; from < groups.length; ) {
      const phone = longestPhone(groups, from);
      const { lead, opening, digits } = groups[from] ?? NO_GROUP;
      shown += phone === null ? lead + opening + digits : `${lead}***${lastDigits(phone.spelled)}`;
      from += phone?.groups ?? 1;
    }
    return shown;
  });
}

type Group = { readonly lead: string; readonly opening: string; readonly digits: string };

const NO_GROUP: Group = { lead: '', opening: '', digits: '' };
/** Digits, what a phone may open with before them, and what stands before that. */
const GROUP = /([^\d\uff10-\uff19+\uff0b(\uff08]*)((?:[+\uff0b(\uff08][^\d\uff10-\uff19]*)?)([0-9\uff10-\uff19]+)/gu;

/** The longest phone that begins at this group, and how many groups it has; `null` where none does. */
function longestPhone(groups: readonly Group[], from: number): { spelled: string; groups: number } | null {
  let longest: { spelled: string; groups: number } | null = null;
  let spelled = '';
  for (let at = from; at < groups.length; at++) {
    const { lead, opening, digits } = groups[at] ?? NO_GROUP;
    spelled += (at === from ? '' : lead) + opening + digits;
    const length = digitsOf(spelled).length;
    if (length > MOST_DIGITS) break;
    if (length >= FEWEST_DIGITS && isPhone(spelled)) longest = { spelled, groups: at - from + 1 };
  }
  return longest;
}

function isPhone(spelled: string): boolean {
  return PHONE_COUNTRIES.some((country) => parsePhone(spelled, country) !== null);
}
