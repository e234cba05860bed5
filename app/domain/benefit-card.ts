import { parseSnils, type Snils } from './snils.ts';
import { parseSocialBarcode, type SocialCard, type SocialCardCheck, type SocialCardLengths } from './social-card.ts';

/**
 * How an organisation is connected to the ЕЦС: 1 social support with its own ticket system, 2 «Цифровой пропуск», 3 discounts
 * (ЕЦС specification 0.1-alpha). The type says how a holder is named, and whether a service that was given is confirmed: with
 * 3 it is not.
 */
export type ConnectionType = 1 | 2 | 3;

declare const clientCodeBrand: unique symbol;

/** The code of a holder with the number of the plastic card, at most 15 characters. Personal like the other identifiers. */
type ClientCode = string & { readonly [clientCodeBrand]: true };

/** A card that a holder shows. */
export type HolderCard = { readonly clientCode: ClientCode } | SocialCard;

/** By what the ЕЦС knows a holder. */
export type CardIdentifier = HolderCard | { readonly snils: Snils };

/** What cards look like; the specification leaves it open. */
export type CardRules = {
  /** A regular expression that a whole code of a holder matches. */
  readonly clientCode: string;
  /** Whether as many digits as both lengths together are the bar code of a social card. */
  readonly socialCardBarcode: boolean;
  readonly socialCardCheck: SocialCardCheck;
  readonly socialCardLengths: SocialCardLengths;
};

/** What was scanned or typed, as an identifier that the connection type may send; `null` when it is none. */
export function readIdentifier(text: string, connection: ConnectionType, rules: CardRules): CardIdentifier | null {
  if (connection !== 2) return readCard(text, rules);
  const snils = parseSnils(text);
  return snils && { snils };
}

/** A card by its bar code or by the holder's code. A social card without a bar code has two numbers: `parseSocialCard`. */
export function readCard(text: string, rules: CardRules): HolderCard | null {
  const { socialCardBarcode, socialCardCheck, socialCardLengths } = rules;
  const card = socialCardBarcode ? parseSocialBarcode(text, socialCardCheck, socialCardLengths) : null;
  if (card) return card;
  const clientCode = parseClientCode(text, rules.clientCode);
  return clientCode === null ? null : { clientCode };
}

const LONGEST_CLIENT_CODE = 15;

/** The code as it stands there when it has the right shape; else in capitals, without blanks and hyphens, when that has. */
function parseClientCode(text: string, shape: string): ClientCode | null {
  const whole = new RegExp(`^(?:${shape})$`);
  const trimmed = text.trim();
  const cleaned = trimmed.replace(/[\s\-‐‑–]/g, '').toUpperCase();
  const code = [trimmed, cleaned].find((form) => form.length <= LONGEST_CLIENT_CODE && whole.test(form));
  return code ? (code as ClientCode) : null;
}
