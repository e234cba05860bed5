import type { z } from 'zod';
import { type Kopecks, ZERO } from '../../domain/money.ts';
import { parsePhone } from '../../domain/phone.ts';
import { ok, type Result } from '../../domain/result.ts';
import { calculationAnswer, customerAnswer, writeAnswer } from './answers.ts';
import { type Calculation, Ledger } from './ledger.ts';
import type { Shop, TrainingCustomer } from './model.ts';
import type { Random } from './random.ts';
import { type Refusal, refuse } from './refusal.ts';
import {
  askPinBody,
  type CheckBody,
  checkBody,
  checkPinBody,
  codeForm,
  phoneForm,
  rollbackBody,
  type WriteBody,
  writeBody,
} from './requests.ts';
import { type Session, Sessions } from './sessions.ts';

export const OPERATIONS = [
  'identifyByPhone',
  'identifyByCode',
  'calculate',
  'askPin',
  'checkPin',
  'write',
  'rollback',
] as const;
export type Operation = (typeof OPERATIONS)[number];

type Answer = Result<unknown, Refusal>;

/** Ten eights in the manual, eleven in the published exchange. */
const ANONYMOUS = /^8{10,11}$/;

/** The emulated service without its HTTP: one method for each operation, each answering the `data` of the envelope. */
export class LoyaltyService {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly #shop: Shop;

  constructor(shop: Shop, now: () => number, random: Random) {
    this.#shop = shop;
    this.ledger = new Ledger(shop, now, random);
    this.sessions = new Sessions(now, random);
  }

  /** Checks the body against the operation's schema and carries it out. */
  run(operation: Operation, body: unknown): Answer {
    switch (operation) {
      case 'identifyByPhone':
        return checked(phoneForm, body, ({ phone }) => this.#identify(this.#byPhone(phone)));
      case 'identifyByCode':
        return checked(codeForm, body, ({ qr }) => this.#identify(this.#byCode(qr)));
      case 'calculate':
        return checked(checkBody, body, (check) => this.#calculate(check));
      case 'askPin':
        return checked(askPinBody, body, ({ customer_token }) =>
          this.#withSession(customer_token, (session) => ok(this.sessions.askPin(session))),
        );
      case 'checkPin':
        return checked(checkPinBody, body, ({ customer_token, pin }) =>
          this.#withSession(customer_token, (session) => this.sessions.checkPin(session, pin)),
        );
      case 'write':
        return checked(writeBody, body, (check) => this.#write(check));
      case 'rollback':
        return checked(rollbackBody, body, ({ check_number }) => acknowledged(this.ledger.rollback(check_number)));
    }
  }

  #byPhone(text: string): TrainingCustomer | undefined {
    const phone = parsePhone(text);
    return this.#shop.customers.find((customer) => customer.phone === phone);
  }

  #byCode(text: string): TrainingCustomer | undefined {
    return this.#shop.customers.find(({ card, qr, shortCode }) => [card, qr, shortCode].includes(text.trim()));
  }

  #identify(customer: TrainingCustomer | undefined): Answer {
    if (!customer) return refuse('Покупатель не найден');
    return ok(customerAnswer(this.sessions.open(customer), this.ledger.balance(customer)));
  }

  #withSession(token: string, act: (session: Session) => Result<void, Refusal>): Answer {
    const session = this.sessions.find(token);
    if (!session) return refuse('Авторизация покупателя не найдена');
    return acknowledged(act(session));
  }

  #calculate({ customer_token, items, pay_bonus }: CheckBody): Answer {
    const session = this.#buyer(customer_token);
    if (!session.ok) return session;
    const customer = session.value?.customer ?? null;
    return ok(calculationAnswer(this.ledger.calculate(customer, items, pay_bonus ?? ZERO), session.value?.token));
  }

  #write(check: WriteBody): Answer {
    if (this.ledger.isWritten(check.check_number)) return refuse('Такой чек уже проведен');
    const session = this.#buyer(check.customer_token);
    if (!session.ok) return session;
    const calculation = this.ledger.calculation(check.calc_id);
    if (!calculation) return refuse('Расчёт не найден или устарел. Рассчитайте чек заново');
    if (!isSameCheck(check, calculation) || calculation.customer !== (session.value?.customer ?? null)) {
      return refuse('Чек отличается от расчёта. Рассчитайте чек заново');
    }
    if (lacksPin(session.value, calculation.sums.redeemed)) {
      return refuse('Списание бонусов не подтверждено ПИН-кодом');
    }
    const written = this.ledger.write(check.check_number, calculation);
    return written.ok ? ok(writeAnswer(written.value)) : written;
  }

  /** Who buys: an authorised customer, `null` for an anonymous one. */
  #buyer(token: string | null): Result<Session | null, Refusal> {
    if (token === null || ANONYMOUS.test(token)) return ok(null);
    const session = this.sessions.find(token);
    return session ? ok(session) : refuse('Авторизация покупателя не найдена');
  }
}

function acknowledged(done: Result<void, Refusal>): Answer {
  return done.ok ? ok({ result: true }) : done;
}

function checked<Body>(schema: z.ZodType<Body>, body: unknown, act: (body: Body) => Answer): Answer {
  const parsed = schema.safeParse(body);
  return parsed.success ? act(parsed.data) : refuse('Неверные параметры запроса');
}

function lacksPin(session: Session | null, redeemed: Kopecks): boolean {
  return redeemed > 0 && session?.customer.needsPin === true && !session.confirmed;
}

function isSameCheck(check: WriteBody, calculation: Calculation): boolean {
  const itemsOf = (items: Calculation['items']) =>
    JSON.stringify(items.map(({ code, index, price, qty }) => [code, index, price, qty]));
  return (
    itemsOf(check.items) === itemsOf(calculation.items) &&
    [calculation.payBonus, calculation.sums.redeemed].includes(check.pay_bonus ?? ZERO)
  );
}
