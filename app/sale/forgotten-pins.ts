import type { Certificate } from '../domain/certificate.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Workspace } from './workspace.ts';

/** What a person is told of certificates whose PIN has to be typed anew; `null` when there are none. */
export function forgottenPins(certificates: readonly Pick<Certificate, 'code' | 'forgotten'>[]): Problem | null {
  const forgotten = certificates.filter((one) => one.forgotten);
  if (forgotten.length === 0) return null;
  return problem('certificate-pin-forgotten', { text: forgotten.map(({ code }) => code.slice(-4)).join(', ') });
}

/**
 * Takes the certificates whose PIN is not known any more off the open receipt and asks for the first PIN: where the system has
 * no keychain, what sealed them has gone with the program. Gives what is to be told.
 */
export function askForgottenPins(workspace: Workspace): Problem | null {
  const { sale } = workspace;
  const { notice } = workspace.state;
  const told = sale.stage.at === 'open' ? forgottenPins(sale.certificates) : null;
  if (!told) return null;
  const forgotten = sale.certificates.filter((one) => one.forgotten);
  for (const { code } of forgotten) workspace.record({ kind: 'certificate-removed', code });
  if (notice) workspace.notify(notice.tone, notice);
  const [first] = forgotten;
  if (first) workspace.showLockedCertificate({ code: first.code, why: 'certificate-pin-needed' });
  return told;
}
