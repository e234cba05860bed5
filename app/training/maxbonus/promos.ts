import type { TrainingPromo } from './model.ts';

export const TRAINING_PROMOS = {
  coupon: { kind: 'coupon', code: 'SALE10', percent: 10 },
  gift: { kind: 'gift', code: 'GIFT150', amount: 150 },
} as const satisfies Readonly<Record<string, TrainingPromo>>;
