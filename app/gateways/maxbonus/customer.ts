import type { Customer } from '../../domain/customer.ts';
import { ZERO } from '../../domain/money.ts';
import { lastDigits } from '../../domain/phone.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { CustomerKey, ServiceFailure } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import { cleanLine } from '../http/service-text.ts';
import { type CustomerAnswer, isAnonymous } from './wire.ts';

/**
 * The customer as far as a till may know: of the phone four digits, of the family name its initial unless the shop wants all of it. The token of an anonymous
 * customer says that nobody is known by the key.
 */
export function toCustomer(
  answer: CustomerAnswer,
  key: CustomerKey,
  { pin, customerName }: Pick<MaxBonusSettings, 'pin' | 'customerName'>,
): Result<Customer, ServiceFailure> {
  if (isAnonymous(answer.token)) return fail({ kind: 'refused', reason: 'not-found', message: '' });
  const askedPhone = 'phone' in key ? key.phone : '';
  return ok({
    token: answer.token,
    name: displayName(answer, customerName),
    phoneEnding: lastDigits(answer.phone ?? '') || lastDigits(askedPhone),
    balance: answer.total_bonus ?? ZERO,
    hasChatBot: answer.exists_chatbot ?? false,
    pinRequired: pin === 'auto' ? (answer.n_checkpin ?? 0) !== 0 : pin === 'always',
  });
}

/** «Дмитрий Сергеевич И.» or «Иванов Дмитрий Сергеевич»; parts that are missing are left out. */
function displayName(answer: CustomerAnswer, form: MaxBonusSettings['customerName']): string {
  const [first, patronymic, family] = [answer.first_name, answer.middle_name, answer.last_name].map((part) =>
    cleanLine(part ?? '')
      .trim()
      .slice(0, LONGEST_NAME),
  );
  if (form === 'full') return [family, first, patronymic].filter(Boolean).join(' ');
  const [initial] = family ?? '';
  return [first, patronymic, initial && `${initial.toUpperCase()}.`].filter(Boolean).join(' ');
}

const LONGEST_NAME = 50;
