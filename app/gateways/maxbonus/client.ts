import type { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { CustomerKey, LoyaltyGateway, ServiceFailure } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/profile.ts';
import { toCalculation } from './calculation.ts';
import { toCustomer } from './customer.ts';
import { type Exchange, maxBonusExchange } from './exchange.ts';
import { toOutcome } from './outcome.ts';
import { checkRequest, phoneAs, writeCheckRequest } from './requests.ts';
import {
  type AskPinRequest,
  type CheckPinRequest,
  type CodeForm,
  checkAnswer,
  customerAnswer,
  type PhoneForm,
  type RollbackRequest,
  writeAnswer,
} from './wire.ts';

/** MaxBonus as the desk's loyalty service. One request per call, never repeated here. */
export function createMaxBonus(settings: MaxBonusSettings): LoyaltyGateway {
  const exchange = maxBonusExchange(settings);

  function byPhoneOrCode(key: CustomerKey): ReturnType<Exchange> {
    if ('code' in key) return exchange('identifyByCode', { form: { qr: key.code } satisfies CodeForm });
    const form: PhoneForm = { phone: phoneAs(settings.phoneFormat, key.phone) };
    return exchange('identifyByPhone', { form });
  }

  return {
    async identify(key) {
      const answer = await byPhoneOrCode(key);
      return understood(answer, customerAnswer, (customer) => toCustomer(customer, key, settings.pin));
    },

    async calculate(request) {
      const answer = await exchange('calculate', { json: checkRequest(request, settings.anonymousToken) });
      return understood(answer, checkAnswer, (calculated) => toCalculation(calculated, request));
    },

    async askPin(customerToken) {
      const json: AskPinRequest = { customer_token: customerToken };
      return done(await exchange('askPin', { json }));
    },

    async checkPin(customerToken, pin) {
      const json: CheckPinRequest = { customer_token: customerToken, pin };
      return done(await exchange('checkPin', { json }));
    },

    async write(request) {
      const answer = await exchange('write', { json: writeCheckRequest(request, settings.anonymousToken) });
      return understood(answer, writeAnswer, (written) => toOutcome(written, request));
    },

    async rollback(receiptId) {
      const json: RollbackRequest = { check_number: receiptId };
      return done(await exchange('rollback', { json }));
    },
  };
}

/** An answer that does not fit its schema, or that makes no sense for what was asked (`null`), is unreadable. */
function understood<Wire, Value>(
  answer: Result<unknown, ServiceFailure>,
  schema: z.ZodType<Wire>,
  meaning: (data: Wire) => Value | null,
): Result<Value, ServiceFailure> {
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.value);
  const value = parsed.success ? meaning(parsed.data) : null;
  return value === null ? fail({ kind: 'lost', cause: 'unreadable' }) : ok(value);
}

/** For answers that only say «done»: their content means nothing to us. */
function done(answer: Result<unknown, ServiceFailure>): Result<void, ServiceFailure> {
  return answer.ok ? ok(undefined) : answer;
}
