import type { CertificateInfo } from '../../domain/certificate.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
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

/** A service's own words about a certificate may name its PIN: they are shown and stored, the PIN is not. */
export function withoutPins(
  failure: ServiceFailure,
  certificates: readonly Pick<CertificateInfo, 'pin'>[],
): Result<never, ServiceFailure> {
  if (failure.kind !== 'refused') return fail(failure);
  const pins = certificates.map(({ pin }) => pin).filter((pin) => pin !== '');
  return fail({ ...failure, message: pins.reduce((text, pin) => text.replaceAll(pin, '***'), failure.message) });
}
