import type { CertificateInfo } from '../../domain/certificate.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { ServiceFailure } from '../../sale/ports.ts';
import { UNREADABLE } from './understood.ts';
import type { CertificateAnswer } from './wire.ts';

/** «Если status_code не равен 1, то таким сертификатом можно производить оплату» (MaxBonus integrator's manual, scenario 3). */
const NOT_PAYABLE = 1;

/** What is on the certificate, `null` when it cannot pay. */
export function toCertificate(
  { status_code, summ }: CertificateAnswer,
  code: string,
  pin: string,
): Result<CertificateInfo | null, ServiceFailure> {
  if (status_code === NOT_PAYABLE) return ok(null);
  return summ === null || summ === undefined ? UNREADABLE : ok({ code, pin, balance: summ });
}
