import { fail, ok } from '../../domain/result.ts';
import type { SecretLoss, SecretSource } from '../../domain/secret-loss.ts';

/** The secret that stands in the settings. */
export function given(secret: string | undefined): SecretSource {
  return () => (secret ? ok(secret) : fail('never-kept'));
}

/** The failure of a request that did not leave. */
export function tokenMissing(loss: SecretLoss): { readonly kind: 'token-missing'; readonly loss?: SecretLoss } {
  return loss === 'never-kept' ? { kind: 'token-missing' } : { kind: 'token-missing', loss };
}
