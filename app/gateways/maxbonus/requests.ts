import { toDecimal, toRoubles } from '../../domain/money.ts';
import type { Phone } from '../../domain/phone.ts';
import type { Assortment } from '../../domain/product.ts';
import { toUnits } from '../../domain/quantity.ts';
import type { Questionnaire } from '../../domain/questionnaire.ts';
import type { Line } from '../../domain/receipt.ts';
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
  WriteCheckRequest,
} from './wire.ts';

type CheckSettings = Pick<MaxBonusSettings, 'anonymousToken' | 'promoField'>;

export function checkRequest(request: CalculationRequest, settings: CheckSettings): CheckRequest {
  const { certificates } = request;
  return {
    customer_token: request.customerToken ?? settings.anonymousToken,
    items: request.lines.map(checkItem),
    pay_bonus: request.redemption > 0 ? toRoubles(request.redemption) : null,
    ...(request.promo !== null && promoFields(request.promo, settings.promoField)),
    ...(certificates.length > 0 && {
      certificate: certificates.map(({ code, pin, amount }) => ({ code, pin, summ: toDecimal(amount) })),
    }),
  };
}

function promoFields(code: string, field: MaxBonusSettings['promoField']): Pick<CheckRequest, 'coupon' | 'gift_code'> {
  return {
    ...(field !== 'gift_code' && { coupon: code }),
    ...(field !== 'coupon' && { gift_code: code }),
  };
}

function checkItem({ index, product, quantity }: Line): CheckItem {
  return { code: product.code, index, mrc: 0, price: toRoubles(product.price), qty: toUnits(quantity) };
}

export function writeCheckRequest(request: WriteRequest, settings: CheckSettings): WriteCheckRequest {
  return {
    ...checkRequest(request, settings),
    calc_id: request.calculationId,
    check_number: request.receiptId,
    check_date: isoWithOffset(new Date(request.at)),
    cashier: request.cashier,
  };
}

export function returnCheckRequest(request: ReturnRequest): ReturnCheckRequest {
  return {
    check_number: request.receiptId,
    return_number: request.id,
    return_date: isoWithOffset(new Date(request.at)),
    cashier: request.cashier,
    items: request.lines.map(checkItem),
  };
}

/** A service that handed out no ticket is shown none. */
export function ticketed(form: PhoneForm, ticket: RegistrationTicket): RepeatPinForm {
  return ticket === '' ? form : { ...form, register_request: ticket };
}

export function registerRequest(form: RepeatPinForm, pin: string, questionnaire: Questionnaire): RegisterRequest {
  return {
    ...form,
    pin,
    first_name: questionnaire.firstName,
    middle_name: questionnaire.patronymic,
    last_name: questionnaire.familyName,
    birthday: questionnaire.birthday,
    gender: questionnaire.gender === null ? 0 : GENDERS[questionnaire.gender],
  };
}

const GENDERS = { male: 1, female: 2 } as const;

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
