import { type Kopecks, plus, ZERO } from '../../domain/money.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Books } from './books.ts';
import type { Shop, TrainingCertificate } from './model.ts';
import { type Refusal, refuse } from './refusal.ts';

/** A certificate as a check names it: whose number, by which PIN, for how much. */
export type Tendered = { readonly code: string; readonly pin: string; readonly summ: Kopecks };

export function findCertificate(
  certificates: Shop['certificates'],
  { code, pin }: Pick<Tendered, 'code' | 'pin'>,
): Result<TrainingCertificate, Refusal> {
  const found = certificates.find((certificate) => certificate.code === code.trim());
  if (!found) return refuse('Сертификат не найден');
  return found.pin === pin ? ok(found) : refuse('Неверный ПИН-код сертификата');
}

/** Whether these certificates can pay a receipt of which `payable` is left. */
export function checkTendered(
  tendered: readonly Tendered[],
  payable: Kopecks,
  certificates: Shop['certificates'],
  books: Books,
): Result<void, Refusal> {
  if (new Set(tendered.map(({ code }) => code)).size < tendered.length) {
    return refuse('Сертификат указан в чеке дважды');
  }
  for (const one of tendered) {
    const found = findCertificate(certificates, one);
    if (!found.ok) return fail(found.error);
    const balance = books.certificateBalance(found.value);
    if (balance === ZERO) return refuse('Сертификат уже использован');
    if (one.summ === ZERO) return refuse('Укажите сумму к списанию с сертификата');
    if (one.summ > balance) return refuse('На сертификате недостаточно средств');
  }
  return tenderedTotal(tendered) > payable ? refuse('Сумма сертификатов больше суммы к оплате') : ok(undefined);
}

export function tenderedTotal(tendered: readonly Tendered[]): Kopecks {
  return plus(...tendered.map(({ summ }) => summ));
}
