import { ok, type Result } from '../../domain/result.ts';
import { type Accounts, phoneOf } from './accounts.ts';
import { customerAnswer } from './answers.ts';
import type { Books } from './books.ts';
import { type Answer, acknowledged, type Handlers, handler } from './handler.ts';
import type { TrainingCustomer } from './model.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Registrations } from './registrations.ts';
import { checkPinBody, codeForm, phoneForm, registerBody, repeatPinForm, sessionBody } from './requests.ts';
import type { Session, Sessions } from './sessions.ts';
import type { SmsGate } from './sms.ts';

type CustomerParts = {
  readonly shopName: string;
  readonly accounts: Accounts;
  readonly books: Books;
  readonly sessions: Sessions;
  readonly registrations: Registrations;
  readonly sms: SmsGate;
};

type CustomerOperation =
  | 'identifyByPhone'
  | 'identifyByCode'
  | 'requestRegistration'
  | 'repeatRegistrationPin'
  | 'register'
  | 'sendChatBot'
  | 'askPin'
  | 'checkPin';

/** Who the customer is, and what an SMS is sent for. */
export function customerOperations(parts: CustomerParts): Handlers<CustomerOperation> {
  const { accounts, sessions, registrations, sms } = parts;

  function welcome(customer: TrainingCustomer | undefined): Answer {
    if (!customer) return refuse('Покупатель не найден');
    return ok(customerAnswer(sessions.open(customer), parts.books.balance(customer)));
  }

  function withSession(token: string, act: (session: Session) => Result<void, Refusal>): Answer {
    const session = sessions.find(token);
    return session ? acknowledged(act(session)) : refuse('Авторизация покупателя не найдена');
  }

  function withNewPhone(text: string, act: (phone: string) => Answer): Answer {
    const phone = phoneOf(text);
    if (phone === null) return refuse('Неверный номер телефона');
    return accounts.byPhone(phone) ? refuse('Покупатель уже зарегистрирован') : act(phone);
  }

  function sendChatBot({ customer }: Session): Result<void, Refusal> {
    if (customer.phone === '') return refuse('У покупателя не указан телефон');
    sms.send(customer.phone, `Ваши бонусы — в чат-боте: ${parts.shopName}, https://bot.example/`);
    return ok(undefined);
  }

  return {
    identifyByPhone: handler(phoneForm, ({ phone }) => {
      const digits = phoneOf(phone);
      return welcome(digits === null ? undefined : accounts.byPhone(digits));
    }),
    identifyByCode: handler(codeForm, ({ qr }) => welcome(accounts.byCode(qr))),
    requestRegistration: handler(phoneForm, (body) =>
      withNewPhone(body.phone, (phone) => ok({ register_request: registrations.request(phone) })),
    ),
    repeatRegistrationPin: handler(repeatPinForm, (body) =>
      withNewPhone(body.phone, (phone) => acknowledged(registrations.repeatPin(phone, body.register_request))),
    ),
    register: handler(registerBody, (body) =>
      withNewPhone(body.phone, (phone) => {
        const confirmed = registrations.confirm(phone, body.register_request, body.pin);
        return confirmed.ok ? welcome(accounts.register(phone, body)) : confirmed;
      }),
    ),
    sendChatBot: handler(sessionBody, ({ customer_token }) => withSession(customer_token, sendChatBot)),
    askPin: handler(sessionBody, ({ customer_token }) =>
      withSession(customer_token, (session) => sessions.askPin(session)),
    ),
    checkPin: handler(checkPinBody, ({ customer_token, pin }) =>
      withSession(customer_token, (session) => sessions.checkPin(session, pin)),
    ),
  };
}
