import { ok } from '../../domain/result.ts';
import type { Random } from '../random.ts';
import { Accounts } from './accounts.ts';
import { customerOperations } from './customer-operations.ts';
import { Goods } from './goods.ts';
import { type Answer, type Handlers, handler } from './handler.ts';
import { Ledger } from './ledger.ts';
import type { Shop } from './model.ts';
import type { Operation } from './operations.ts';
import { receiptOperations } from './receipt-operations.ts';
import { Registrations } from './registrations.ts';
import { importBody } from './requests.ts';
import { Sessions } from './sessions.ts';
import { SmsGate } from './sms.ts';

/** The emulated service without its HTTP: one handler for each operation, each answering the `data` of the envelope. */
export class LoyaltyService {
  readonly accounts: Accounts;
  readonly goods: Goods;
  readonly ledger: Ledger;
  readonly sms: SmsGate;
  readonly #handlers: Handlers;

  constructor(shop: Shop, now: () => number, random: Random) {
    this.accounts = new Accounts(shop);
    this.goods = new Goods(shop.products);
    this.ledger = new Ledger(shop, this.goods, now, random);
    this.sms = new SmsGate(now);
    const means = { now, random, sms: this.sms };
    const sessions = new Sessions(means);
    this.#handlers = {
      ...customerOperations({
        shopName: shop.name,
        accounts: this.accounts,
        books: this.ledger.books,
        sessions,
        registrations: new Registrations(means),
        sms: this.sms,
      }),
      ...receiptOperations({ shop, ledger: this.ledger, sessions }),
      importGoods: handler(importBody, ({ groups, items }) => {
        const taken = this.goods.take(groups, items);
        return taken.ok ? ok({ count: items.length }) : taken;
      }),
    };
  }

  run(operation: Operation, body: unknown): Answer {
    return this.#handlers[operation](body);
  }
}
