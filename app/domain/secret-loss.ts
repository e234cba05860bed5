import type { Result } from './result.ts';

/** Why a secret of the outlet, such as its token, is not at hand. */
export const SECRET_LOSSES = [
  /** The keychain was asked just now. */
  'waiting',
  /** The keychain is locked: its question is unanswered, was refused, or nobody runs it. */
  'locked',
  'no-keychain',
  /** Another keychain sealed it than the one that is there now. */
  'other-keychain',
  /** The file of sealed secrets is damaged, or the system does not let it be read. */
  'file-unreadable',
  /** The keychain is there and does not have the key any more. */
  'undecryptable',
  'never-kept',
  /** Of keeping: the disk does not take the file. */
  'not-written',
] as const;

export type SecretLoss = (typeof SECRET_LOSSES)[number];

/** Gives the secret as it is now: whoever asks later may get one that was not there before. */
export type SecretSource = () => Result<string, SecretLoss>;

/** True for what ends without an administrator: the keychain answers, or somebody unlocks it. */
export function mayComeBack(loss: SecretLoss): boolean {
  return loss === 'waiting' || loss === 'locked';
}
