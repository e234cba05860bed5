import { type Kopecks, ZERO } from '../../domain/money.ts';
import { ok, type Result } from '../../domain/result.ts';
import { calculationAnswer, certificateAnswer, returnAnswer, writeAnswer } from './answers.ts';
import { type Answer, acknowledged, type Handlers, handler } from './handler.ts';
import type { Calculation, Ledger } from './ledger.ts';
import type { Shop } from './model.ts';
import { findPromos } from './promo-codes.ts';
import { type Refusal, refuse } from './refusal.ts';
import {
  type CheckBody,
  certificateQuery,
  checkBody,
  returnBody,
  rollbackBody,
  type WriteBody,
  writeBody,
} from './requests.ts';
import type { Session, Sessions } from './sessions.ts';
import { findCertificate } from './tender.ts';

type ReceiptParts = { readonly shop: Shop; readonly ledger: Ledger; readonly sessions: Sessions };

type ReceiptOperation = 'calculate' | 'write' | 'returnReceipt' | 'rollback' | 'certificate';

/** Ten eights in the manual, eleven in the published exchange; other long runs of them mean the same. */
const ANONYMOUS = /^8{8,}$/;

/** What a receipt comes to, and what happens to it. */
export function receiptOperations({ shop, ledger, sessions }: ReceiptParts): Handlers<ReceiptOperation> {
  /** Who buys: an authorised customer, `null` for an anonymous one. */
  function buyer(token: string | null): Result<Session | null, Refusal> {
    if (token === null || ANONYMOUS.test(token)) return ok(null);
    const session = sessions.find(token);
    return session ? ok(session) : refuse('Авторизация покупателя не найдена');
  }

  function calculate(check: CheckBody): Answer {
    const session = buyer(check.customer_token);
    if (!session.ok) return session;
    const calculated = ledger.calculate(session.value?.customer ?? null, {
      items: check.items,
      payBonus: check.pay_bonus ?? ZERO,
      certificates: check.certificate,
      promos: findPromos(shop.promos, check.coupon, check.gift_code),
    });
    return calculated.ok ? ok(calculationAnswer(calculated.value, session.value?.token)) : calculated;
  }

  function write(check: WriteBody): Answer {
    if (ledger.isWritten(check.check_number)) return refuse('Такой чек уже проведен');
    const session = buyer(check.customer_token);
    if (!session.ok) return session;
    const calculation = ledger.calculation(check.calc_id);
    if (!calculation) return refuse('Расчёт не найден или устарел. Рассчитайте чек заново');
    if (!isSameCheck(check, calculation) || calculation.customer !== (session.value?.customer ?? null)) {
      return refuse('Чек отличается от расчёта. Рассчитайте чек заново');
    }
    if (lacksPin(session.value, calculation.sums.redeemed)) {
      return refuse('Списание бонусов не подтверждено ПИН-кодом');
    }
    const written = ledger.write(check.check_number, calculation);
    return written.ok ? ok(writeAnswer(written.value)) : written;
  }

  return {
    calculate: handler(checkBody, calculate),
    write: handler(writeBody, write),
    returnReceipt: handler(returnBody, ({ check_number, return_number, items }) => {
      const taken = ledger.takeBack(check_number, return_number, items);
      return taken.ok ? ok(returnAnswer(taken.value)) : taken;
    }),
    rollback: handler(rollbackBody, ({ check_number }) => acknowledged(ledger.rollback(check_number))),
    certificate: handler(certificateQuery, (query) => {
      const found = findCertificate(shop.certificates, query);
      return found.ok ? ok(certificateAnswer(found.value.code, ledger.books.certificateBalance(found.value))) : found;
    }),
  };
}

function lacksPin(session: Session | null, redeemed: Kopecks): boolean {
  return redeemed > 0 && session?.customer.needsPin === true && !session.confirmed;
}

function isSameCheck(check: WriteBody, calculation: Calculation): boolean {
  const { payBonus, sums, promos } = calculation;
  const partsOf = (items: Calculation['items'], certificates: Calculation['certificates']) =>
    JSON.stringify([
      items.map(({ code, index, price, qty }) => [code, index, price, qty]),
      certificates.map(({ code, pin, summ }) => [code, pin, summ]),
    ]);
  return (
    partsOf(check.items, check.certificate) === partsOf(calculation.items, calculation.certificates) &&
    [payBonus, sums.redeemed].includes(check.pay_bonus ?? ZERO) &&
    check.coupon === promos.coupon.text &&
    check.gift_code === promos.gift.text
  );
}
