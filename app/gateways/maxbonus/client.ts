import type { Phone } from '../../domain/phone.ts';
import { ok } from '../../domain/result.ts';
import type { SecretSource } from '../../domain/secret-loss.ts';
import type { CustomerKey, LoyaltyGateway } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import type { Odd } from '../http/answer-form.ts';
import { oddOnce, type Remarks } from '../http/remark.ts';
import { toCalculation } from './calculation.ts';
import { toCertificate, withoutPins } from './certificate.ts';
import { toCustomer } from './customer.ts';
import { type Exchange, maxBonusExchange } from './exchange.ts';
import type { Operation } from './operations.ts';
import { toOutcome, toReturnOutcome } from './outcome.ts';
import {
  checkRequest,
  importRequest,
  phoneAs,
  registerRequest,
  returnCheckRequest,
  rollbackRequest,
  ticketed,
  writeCheckRequest,
} from './requests.ts';
import { done, UNREADABLE, understood } from './understood.ts';
import {
  type CertificateQuery,
  type CheckPinRequest,
  type CodeForm,
  type CustomerRequest,
  certificateAnswer,
  checkAnswer,
  customerAnswer,
  importAnswer,
  type PhoneForm,
  registrationAnswer,
} from './wire.ts';

/** Goods in one request, so that it stays far below what a web server takes. */
const GOODS_PER_REQUEST = 500;

/**
 * MaxBonus as the desk's loyalty service. One request per call, but for goods, and never repeated here.
 * @param remarks told what whoever looks after the till should know of the exchanges
 * @param token asked for each request; left out, it stands in the settings
 */
export function createMaxBonus(
  settings: MaxBonusSettings,
  remarks: Remarks = () => undefined,
  token?: SecretSource,
): LoyaltyGateway {
  const remark = oddOnce(remarks);
  const exchange = maxBonusExchange(settings, remark, token);
  const oddIn =
    (operation: Operation): Odd =>
    (fields) =>
      remark({ kind: 'odd', operation, fields: fields.join(', ') });
  const phoneForm = (phone: Phone): PhoneForm => ({ phone: phoneAs(settings.phoneFormat, phone) });

  function byPhoneOrCode(key: CustomerKey): ReturnType<Exchange> {
    if ('code' in key) return exchange('identifyByCode', { form: { qr: key.code } satisfies CodeForm });
    return exchange('identifyByPhone', { form: phoneForm(key.phone) });
  }

  return {
    async identify(key) {
      const answer = await byPhoneOrCode(key);
      return understood(
        answer,
        customerAnswer,
        (customer) => toCustomer(customer, key, settings),
        oddIn('identifyByPhone'),
      );
    },

    async calculate(request) {
      const odd = oddIn('calculate');
      const answer = await exchange('calculate', { json: checkRequest(request, settings) });
      return understood(
        answer,
        checkAnswer,
        (calculated) => {
          const calculation = toCalculation(calculated, request, settings, odd);
          return calculation ? ok(calculation) : UNREADABLE;
        },
        odd,
      );
    },

    async askPin(customerToken) {
      const json: CustomerRequest = { customer_token: customerToken };
      return done(await exchange('askPin', { json }));
    },

    // Which of its refusals mean a PIN that no try makes right is told by their words [assumed: pin-phrases].
    async checkPin(customerToken, pin) {
      const json: CheckPinRequest = { customer_token: customerToken, pin };
      return done(await exchange('checkPin', { json }));
    },

    async write(request) {
      const answer = await exchange('write', { json: writeCheckRequest(request, settings) });
      return answer.ok
        ? ok(toOutcome(answer.value, request, oddIn('write')))
        : withoutPins(answer.error, request.certificates);
    },

    async rollback(receiptId) {
      return done(await exchange('rollback', { json: rollbackRequest(receiptId, settings) }));
    },

    async returnReceipt(request) {
      const answer = await exchange('returnReceipt', { json: returnCheckRequest(request, settings) });
      return answer.ok ? ok(toReturnOutcome(answer.value, oddIn('returnReceipt'))) : answer;
    },

    async certificate(code, pin) {
      const query: CertificateQuery = pin === '' ? { code } : { code, pin };
      const answer = await exchange('certificate', { query });
      return understood(
        answer,
        certificateAnswer,
        (certificate) => toCertificate(certificate, code, pin),
        oddIn('certificate'),
      );
    },

    async requestRegistration(phone) {
      const answer = await exchange('requestRegistration', { form: phoneForm(phone) });
      return understood(
        answer,
        registrationAnswer,
        (requested) => ok(requested.register_request ?? ''),
        oddIn('requestRegistration'),
      );
    },

    async repeatRegistrationPin(phone, ticket) {
      return done(await exchange('repeatRegistrationPin', { form: ticketed(phoneForm(phone), ticket) }));
    },

    async register(phone, ticket, pin, questionnaire) {
      const json = registerRequest(ticketed(phoneForm(phone), ticket), pin, questionnaire, settings);
      const answer = await exchange('register', { json });
      return understood(
        answer,
        customerAnswer,
        (customer) => toCustomer(customer, { phone }, settings),
        oddIn('register'),
      );
    },

    async sendChatBot(customerToken) {
      const json: CustomerRequest = { customer_token: customerToken };
      return done(await exchange('sendChatBot', { json }));
    },

    async importGoods({ groups, items }) {
      let taken = 0;
      for (let from = 0; from < items.length; from += GOODS_PER_REQUEST) {
        const part = items.slice(from, from + GOODS_PER_REQUEST);
        const answer = await exchange('importGoods', { json: importRequest({ groups, items: part }) });
        const count = understood(answer, importAnswer, (said) => ok(said.count ?? part.length), oddIn('importGoods'));
        if (!count.ok) return count;
        taken += count.value;
      }
      return ok(taken);
    },
  };
}
