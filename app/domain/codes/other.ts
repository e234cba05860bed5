import { parseSocialBarcode } from '../social-card.ts';
import type { OtherCode } from './meaning.ts';

/** Identification cards of social services of Russia: national use, country 643, social card (Moscow's rules, by ISO/IEC 7812). */
const SOCIAL_CARD = '964390';

/** What a text has to look like, the first that fits; one shape a row. */
const SHAPES: readonly (readonly [OtherCode, (text: string) => boolean])[] = [
  // Number and series in one Code 128 (ЕЦС specification, appendix 6).
  ['social-card', (text) => text.startsWith(SOCIAL_CARD) && parseSocialBarcode(text, 'luhn') !== null],
  // QR of a document in the app (documents service of the Дія platform).
  ['diia', matching(/^https?:\/\/(?:[\w-]+\.)*diia\.(?:app|gov\.ua)\//i)],
  ['max', matching(/^(?:https?:\/\/(?:[\w-]+\.)*max\.ru\/|max:\/\/)/i)],
  // Any order of what a receipt of a Russian till must say (order of the ФНС on fiscal documents).
  [
    'fiscal-receipt',
    matching(/^(?=(?:.*&)?t=\d{8}T\d{4})(?=(?:.*&)?fn=\d{16}(?:&|$))(?=(?:.*&)?fp=\d{1,10}(?:&|$))[\w.=&]+$/),
  ],
  // Of a Ukrainian one: where it can be looked up.
  ['fiscal-receipt', matching(/^https?:\/\/cabinet\.tax\.gov\.ua\/cashregs\/check\?/i)],
  ['fast-payment', matching(/^https?:\/\/(?:[\w-]+\.)*nspk\.ru\//i)],
  // A code of goods that electronic certificates pay for: kind, maker, model, country (catalogue of ТРУ codes).
  ['certificate-goods', matching(/^\d{9}\.\d{20}$/)],
  // Keys of the till at the service of electronic certificates: never to be shown or sent.
  ['certificate-settings', matching(/^\s*\{.*"[^"]*mac_?key[^"]*"\s*:/is)],
  ['certificate-settings', matching(/^\s*mac_?key\s*=/im)],
  // Alcohol: the PDF417 of the old stamp, the Data Matrix of the new one.
  ['excise-mark', matching(/^(?:\d{2}N[0-9A-Z]{65}|\d{3}[0-9A-Z]{147})$/)],
];

function matching(shape: RegExp): (text: string) => boolean {
  return (text) => shape.test(text);
}

/** A code of another service or document by its shape; `null` when it looks like none. */
export function otherCode(text: string): OtherCode | null {
  return SHAPES.find(([, fits]) => fits(text))?.[0] ?? null;
}

/** Digits that stand below a document's QR in Дія. Never enough by themselves: one in ten of them passes for an EAN-13. */
export function mayBeDiiaNumber(text: string): boolean {
  return /^\d{13}$/.test(text);
}
