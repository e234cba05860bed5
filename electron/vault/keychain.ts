import type { Result } from '../../app/domain/result.ts';

/** Why a keychain did nothing. */
export type KeychainFault = 'no-keychain' | 'other-keychain' | 'locked';

/** Texts as a keychain sealed them, base64, and which one that was: another cannot open them. */
export type Sealed = { readonly backend: string; readonly texts: readonly string[] };

/** The system's keychain. Where it is locked it asks a person, and the answer takes as long as that person. */
export interface Keychain {
  /** The texts; `null` in place of one that it cannot open. */
  open(sealed: Sealed, stop: AbortSignal): Promise<Result<readonly (string | null)[], KeychainFault>>;
  seal(texts: readonly string[], stop: AbortSignal): Promise<Result<Sealed, KeychainFault>>;
  /** True where it is surely unlocked; asks no person. */
  isUnlocked(): Promise<boolean>;
}
