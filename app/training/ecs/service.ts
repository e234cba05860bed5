import type { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result.ts';
import { wrongCard, wrongCheck } from './fields.ts';
import { Holders } from './holders.ts';
import type { TrainingBank } from './model.ts';
import type { ApiOperation } from './operations.ts';
import { pageReply } from './pages.ts';
import { type Code, codeReply, errorReply, type Reply } from './reply.ts';
import {
  type CheckBody,
  cancelBody,
  checkBody,
  confirmBody,
  servicesBody,
  type TransactionsBody,
  transactionsBody,
} from './requests.ts';
import { type Transaction, Transactions } from './transactions.ts';
import type { Variant } from './variant.ts';
import { DAY_MS, startOf } from './yakutsk.ts';

/** The emulated bank without its HTTP: one reply for each request that has a good token. */
export class BankService {
  readonly transactions: Transactions;
  readonly #bank: TrainingBank;
  readonly #holders: Holders;

  constructor(bank: TrainingBank, now: () => number) {
    this.#bank = bank;
    this.#holders = new Holders(bank.holders, now);
    this.transactions = new Transactions(bank, now);
  }

  run(operation: ApiOperation, body: unknown, variant: Variant): Reply {
    switch (operation) {
      case 'services':
        return withBody(servicesBody, body, (asked) => this.#services(asked));
      case 'check':
        return withBody(checkBody, body, (asked) => this.#check(asked, variant));
      case 'confirm':
        if (variant.connectionType === 3) return errorReply(403, 'Метод недоступен для типа подключения 3');
        return withBody(confirmBody, body, (fact) => replyTo(this.transactions.confirm(fact, variant)));
      case 'refuse':
        return withBody(cancelBody, body, (asked) => replyTo(this.transactions.cancel(asked.transactionId)));
      case 'transactions':
        return withBody(transactionsBody, body, (asked) => this.#transactions(asked, variant));
    }
  }

  #services(asked: { readonly pageIndex: number; readonly pageSize: number }): Reply {
    return pageReply(this.#bank.services, asked, ({ id, name }) => ({ service: { id, name } }));
  }

  #check(asked: CheckBody, variant: Variant): Reply {
    const wrong = wrongCheck(asked, variant);
    if (wrong) return wrong;
    const found = this.#benefit(asked);
    if (!found.ok) return codeReply(found.error, variant);
    const { id: transactionId, clientId, categories } = found.value;
    const benefits = this.#bank.categories
      .filter(({ id }) => categories.includes(id))
      .map((benefitCategory) => ({ benefitCategory }));
    return { status: 200, body: { resultCode: variant.successCode, transactionId, clientId, benefits } };
  }

  /** The benefit with the highest priority (regulation, 6.3 and 7.3). */
  #benefit(asked: CheckBody): Result<Transaction, Code> {
    const { services, terminals, organization } = this.#bank;
    if (!terminals.includes(asked.organizationTerminalId)) return fail(7);
    const service = services.find(({ id }) => id === asked.serviceId);
    if (!service) return fail(8);
    const shown = this.#holders.find(asked);
    if (!shown) return fail(2);
    if (!shown.active) return fail(5);
    const category = shown.holder.categories.find((one) => service.categories.includes(one));
    if (category === undefined) return fail(1);
    return ok(
      this.transactions.open({
        clientId: shown.holder.clientId,
        service: { id: service.id, name: service.name },
        organization,
        categories: [category],
        price: asked.price ?? null,
      }),
    );
  }

  #transactions(asked: TransactionsBody, variant: Variant): Reply {
    const wrong = wrongCard(asked);
    if (wrong) return wrong;
    const shown = this.#holders.find(asked);
    if (!shown) return codeReply(2, { ...variant, codes: 'http' });
    const [since, until] = [startOf(asked.from), startOf(asked.to) + DAY_MS];
    const confirmed = this.transactions.all
      .flatMap((transaction) => {
        const { confirmedAt, clientId } = transaction;
        const here = confirmedAt !== null && confirmedAt >= since && confirmedAt < until;
        return here && clientId === shown.holder.clientId ? [{ ...transaction, confirmedAt }] : [];
      })
      .toSorted((one, other) => other.confirmedAt - one.confirmedAt);
    const { area } = this.#bank;
    return pageReply(confirmed, asked, ({ id, confirmedAt, service, organization, discountedPrice }) => ({
      id,
      confirmationDate: new Date(confirmedAt).toISOString(),
      service,
      organization,
      area: { id: area.id, [variant.areaField]: area.name },
      ...(discountedPrice !== null && { discountedPrice }),
    }));
  }
}

/** A request of this shape; any other is refused with a list of errors. */
function withBody<Body>(schema: z.ZodType<Body>, body: unknown, answer: (body: Body) => Reply): Reply {
  const parsed = schema.safeParse(body);
  if (parsed.success) return answer(parsed.data);
  const errors = parsed.error.issues.map(({ message }) => message);
  return { status: 400, body: { message: 'Неверные параметры запроса', errors } };
}

/** «Ответ: HTTP 200 OK». */
function replyTo(done: Result<void, Reply>): Reply {
  return done.ok ? { status: 200 } : done.error;
}
