import type { TrainingCertificate } from './model.ts';

/** Four certificates for four ways to pay with one. Numbers have 16 digits, so that they are not taken for goods. */
export const TRAINING_CERTIFICATES = {
  plain: { code: '8800000000000101', pin: '', balance: 1000 },
  withPin: { code: '8800000000000202', pin: '4831', balance: 3000 },
  usedUp: { code: '8800000000000303', pin: '', balance: 0 },
  /** Less than most receipts. */
  small: { code: '8800000000000404', pin: '', balance: 50 },
} as const satisfies Readonly<Record<string, TrainingCertificate>>;
