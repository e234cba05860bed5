import { plus, toDecimal, ZERO } from '../../domain/money.ts';
import { accountOf } from './accounts.ts';
import type { WrittenReceipt, WrittenReturn } from './ledger.ts';
import type { TrainingCustomer } from './model.ts';
import { tenderedTotal } from './tender.ts';

/** What the service has printed at the foot of a receipt, in the wording of the manual's appendix 2. */

const THANKS = 'Спасибо за покупку. Ждём вас снова!';

export function receiptFooter({ calculation, balanceBefore, balanceAfter }: WrittenReceipt): readonly string[] {
  const { customer, sums, certificates } = calculation;
  const paid = tenderedTotal(certificates);
  const byCertificate = paid > ZERO ? [`Оплачено сертификатом : ${toDecimal(paid)}`] : [];
  if (!customer) return [...byCertificate, THANKS];
  return [
    holder(customer),
    `Ваши бонусы : ${toDecimal(balanceBefore)}`,
    ...(sums.redeemed > 0 ? [`Списано бонусов : ${toDecimal(sums.redeemed)}`] : []),
    `Начислено бонусов : ${toDecimal(sums.accrued)}`,
    `Остаток Бонусов : ${toDecimal(balanceAfter)}`,
    ...byCertificate,
    THANKS,
  ];
}

export function returnFooter(written: WrittenReturn): readonly string[] {
  const { customer, restored, withdrawn } = written;
  const onCertificates = plus(...written.certificates.map(({ amount }) => amount));
  const toCertificate = onCertificates > ZERO ? [`Возвращено на сертификат : ${toDecimal(onCertificates)}`] : [];
  if (!customer) return toCertificate;
  return [
    holder(customer),
    ...(restored > 0 ? [`Возвращено бонусов : ${toDecimal(restored)}`] : []),
    `Списано начисленных : ${toDecimal(withdrawn)}`,
    `Остаток Бонусов : ${toDecimal(written.balanceAfter)}`,
    ...toCertificate,
  ];
}

/** By the last digits of the phone, or of the card of a customer without one. */
function holder(customer: TrainingCustomer): string {
  return `Клиент : ***${accountOf(customer).slice(-4)}`;
}
