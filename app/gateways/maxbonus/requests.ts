import { createHash } from 'node:crypto';
import { type Kopecks, toDecimal, toRoubles } from '../../domain/money.ts';
import type { Phone } from '../../domain/phone.ts';
import { type Assortment, TYPED_AMOUNT_CODE } from '../../domain/product.ts';
import { toUnits } from '../../domain/quantity.ts';
import type { Questionnaire } from '../../domain/questionnaire.ts';
import type { Line, ReceiptId } from '../../domain/receipt.ts';
import type { CalculationRequest, RegistrationTicket, ReturnRequest, WriteRequest } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import type {
  CheckItem,
  CheckRequest,
  ImportRequest,
  PhoneForm,
  RegisterRequest,
  RepeatPinForm,
  ReturnCheckRequest,
  RollbackRequest,
  WriteCheckRequest,
} from './wire.ts';

type CheckSettings = Pick<MaxBonusSettings, 'anonymousToken' | 'promoField' | 'certificateSum'> & ItemSettings;
type ItemSettings = Pick<MaxBonusSettings, 'sumArticle' | 'mrc'>;
type DocumentSettings = Pick<MaxBonusSettings, 'documentNumbers' | 'dates'>;

export function checkRequest(request: CalculationRequest, settings: CheckSettings): CheckRequest {
  const { certificates } = request;
  return {
    customer_token: request.customerToken ?? settings.anonymousToken,
    items: request.lines.map((line) => checkItem(line, settings)),
    pay_bonus: request.redemption > 0 ? toRoubles(request.redemption) : null,
    ...(request.promo !== null && promoFields(request.promo, settings.promoField)),
    ...(certificates.length > 0 && {
      certificate: certificates.map(({ code, pin, amount }) => ({ code, pin, summ: sumAs(settings, amount) })),
    }),
  };
}

/** The spelling is the desk's: a service's codes are assumed to be in capitals [assumed: promo-case]. */
function promoFields(code: string, field: MaxBonusSettings['promoField']): Pick<CheckRequest, 'coupon' | 'gift_code'> {
  return {
    ...(field !== 'gift_code' && { coupon: code }),
    ...(field !== 'coupon' && { gift_code: code }),
  };
}

function sumAs({ certificateSum }: CheckSettings, amount: Kopecks): string | number {
  if (certificateSum === 'number') return toRoubles(amount);
  return certificateSum === 'short' ? String(toRoubles(amount)) : toDecimal(amount);
}

/** That a sum typed without goods has the article "0" is [assumed: sum-article]. */
function checkItem({ index, product, quantity }: Line, { sumArticle, mrc }: ItemSettings): CheckItem {
  const price = toRoubles(product.price);
  return {
    code: product.code === TYPED_AMOUNT_CODE ? sumArticle : product.code,
    index,
    ...(mrc !== 'none' && { mrc: mrc === 'price' ? price : 0 }),
    price,
    qty: toUnits(quantity),
  };
}

export function writeCheckRequest(
  request: WriteRequest,
  settings: CheckSettings & DocumentSettings,
): WriteCheckRequest {
  return {
    ...checkRequest(request, settings),
    calc_id: request.calculationId,
    check_number: documentNumber(settings, request.receiptId),
    check_date: dateAs(settings, request.at),
    cashier: request.cashier,
  };
}

export function returnCheckRequest(
  request: ReturnRequest,
  settings: ItemSettings & DocumentSettings,
): ReturnCheckRequest {
  return {
    check_number: documentNumber(settings, request.receiptId),
    return_number: documentNumber(settings, request.id),
    return_date: dateAs(settings, request.at),
    cashier: request.cashier,
    items: request.lines.map((line) => checkItem(line, settings)),
  };
}

export function rollbackRequest(receiptId: ReceiptId, settings: DocumentSettings): RollbackRequest {
  return { check_number: documentNumber(settings, receiptId) };
}

/**
 * What a receipt or a return is known by at the service. The running number of a till is no such thing: a new journal begins with 1
 * again, and the rollback of a receipt in doubt would delete an old one. 18 digits fit into 64 bits; of a million receipts, two have
 * the same with a probability below one in a million.
 */
function documentNumber({ documentNumbers }: DocumentSettings, id: string): string {
  if (documentNumbers === 'uuid') return id;
  const bytes = createHash('sha256').update(id).digest();
  return String(10n ** 17n + (bytes.readBigUInt64BE() % (9n * 10n ** 17n)));
}

function dateAs({ dates }: DocumentSettings, at: number): string {
  const local = isoWithOffset(new Date(at));
  if (dates === 'offset') return local;
  return dates === 'utc' ? `${new Date(at).toISOString().slice(0, 19)}Z` : local.slice(0, 19).replace('T', ' ');
}

/** A service that handed out no ticket is shown none. */
export function ticketed(form: PhoneForm, ticket: RegistrationTicket): RepeatPinForm {
  return ticket === '' ? form : { ...form, register_request: ticket };
}

export function registerRequest(
  form: RepeatPinForm,
  pin: string,
  questionnaire: Questionnaire,
  { birthday, genders }: Pick<MaxBonusSettings, 'birthday' | 'genders'>,
): RegisterRequest {
  return {
    ...form,
    pin,
    first_name: questionnaire.firstName,
    middle_name: questionnaire.patronymic,
    last_name: questionnaire.familyName,
    birthday: questionnaire.birthday === null ? null : birthdayAs(birthday, questionnaire.birthday),
    gender: genders[questionnaire.gender ?? 'unknown'],
  };
}

/** @param day YYYY-MM-DD */
function birthdayAs(format: MaxBonusSettings['birthday'], day: string): string {
  if (format === 'DD.MM.YYYY') return day.split('-').reverse().join('.');
  return format === 'datetime' ? `${day}T00:00:00Z` : day;
}

/** Only the groups that these goods are in, and those above them: each request can be understood by itself. */
export function importRequest({ groups, items }: Assortment): ImportRequest {
  const known = new Map(groups.map((group) => [group.code, group]));
  const named = new Set<string>();
  for (const { group } of items) {
    let code = group;
    while (code !== null && !named.has(code)) {
      named.add(code);
      code = known.get(code)?.parent ?? null;
    }
  }
  return {
    groups: groups.filter(({ code }) => named.has(code)),
    items: items.map(({ code, name, group, price, barcode }) => ({
      code,
      name,
      group,
      price: toRoubles(price),
      barcode,
    })),
  };
}

/** The country code can only be left off a Russian number; another goes out whole. */
export function phoneAs(format: MaxBonusSettings['phoneFormat'], phone: Phone): string {
  if (format === '10' && /^7\d{10}$/.test(phone)) return phone.slice(1);
  return format === '+7' ? `+${phone}` : phone;
}

/** In the till's own time zone, to the second: 2026-03-01T12:17:05+09:00. */
export function isoWithOffset(time: Date): string {
  const ahead = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const offset = new Date(Math.abs(ahead) * 60_000).toISOString().slice(11, 16);
  return `${local}${ahead < 0 ? '-' : '+'}${offset}`;
}
