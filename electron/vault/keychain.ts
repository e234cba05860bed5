import type { Result } from '../../app/domain/result.ts';

/** Why a keychain did nothing. */
export type KeychainFault = 'no-keychain' | 'locked';

/** The system's keychain. Where it is locked it asks a person, and the answer takes as long as that person. */
export interface Keychain {
  /** Which keychain would be asked; `null` where there is none. Asks nobody. */
  name(): string | null;
  /** Texts sealed before, base64; `null` in place of one that it cannot open. */
  open(sealed: readonly string[], stop: AbortSignal): Promise<Result<readonly (string | null)[], KeychainFault>>;
  /** Seals texts; base64. */
  seal(texts: readonly string[], stop: AbortSignal): Promise<Result<readonly string[], KeychainFault>>;
  /** True where it is surely unlocked; asks no person. */
  isUnlocked(): Promise<boolean>;
}
