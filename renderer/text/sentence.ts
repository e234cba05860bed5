import type { TFunction } from 'i18next';
import type { ProblemCode } from '../../app/domain/problem.ts';
import { STORAGE_FAULTS, storageFaultOf } from '../../app/domain/storage-fault.ts';
import { ru } from './ru.ts';

/** A problem as it comes over the bridge. */
export type Told = {
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
};

/** Stands in for a parameter that did not come, so that no braces are ever shown. */
const NOTHING = {
  allowed: '',
  days: '',
  fault: 'unknown-issuer',
  file: '',
  held: '',
  kind: 'other',
  largest: '',
  loss: 'locked',
  message: '',
  number: '',
  path: '',
  pending: '',
  reason: '',
  receipts: '',
  restored: '',
  rule: '',
  seconds: '',
  service: '',
  services: '',
  text: '',
};

/** What went wrong, in a sentence. */
export function sentence(t: TFunction, told: Told): string {
  return t(`problem.${told.code}`, {
    ...NOTHING,
    ...told.params,
    ...storageWords(t, told),
    message: finished(told.params?.['message']),
    cause: causeWords(t, told),
    losses: lossWords(t, told),
  }).trim();
}

/** The system's own words for a disk that takes nothing are English, and no cashier's: ours stand in their place. */
function storageWords(t: TFunction, { params = {} }: Told): { readonly reason?: string } {
  const fault = STORAGE_FAULTS.find((one) => one === params['storage']) ?? storageFaultOf(params['reason']);
  return fault ? { reason: t(`storage.${fault}`) } : {};
}

/** A service's own sentence often lacks its full stop, and another one follows. */
function finished(message: string | number = ''): string | number {
  return typeof message === 'string' && /[\p{L}\p{N})»"”]$/u.test(message) ? `${message}.` : message;
}

/** What another problem led to this one, as the end of its sentence; empty where none came with it. */
function causeWords(t: TFunction, { params = {} }: Told): string {
  const { cause } = params;
  return typeof cause === 'string' && isProblemCode(cause) ? clause(t, { code: cause }) : '';
}

/** The same as a part of a longer sentence. */
export function clause(t: TFunction, told: Told): string {
  const whole = sentence(t, told);
  return whole.charAt(0).toLocaleLowerCase() + whole.slice(1);
}

/** What the cashier can do about it; `null` where nothing has to be done. */
export function advice(t: TFunction, told: Told): string | null {
  if (!hasAdvice(told.code)) return null;
  const refund = refundWords(t, told);
  if (WITH_REFUND.has(told.code) && refund === '') return null;
  return t(`advice.${told.code}`, { ...NOTHING, ...told.params, refund });
}

/** Their advice is what the customer gets back, and nothing else. */
const WITH_REFUND: ReadonlySet<ProblemCode> = new Set(['return-written', 'receipt-abandoned', 'receipt-cancelled']);

const WAYS_BACK = ['cash', 'card', 'credit', 'certificates', 'bonuses'] as const;

/** "cash 300.00, bonuses 12.00": what a customer gets back, as far as it came with the problem. */
export function refundWords(t: TFunction, { params = {} }: Pick<Told, 'params'>): string {
  return WAYS_BACK.flatMap((way) => {
    const amount = params[way];
    return typeof amount === 'number' && amount > 0 ? [t(`given.${way}`, { amount })] : [];
  }).join(', ');
}

function isProblemCode(code: string): code is ProblemCode {
  return code in ru.problem;
}

const LOSSES = ['numbers', 'untold', 'returns', 'benefits', 'slips'] as const;

/** "returns: 2; benefits: 1": what of a damaged journal nobody but a person can go on with. */
function lossWords(t: TFunction, { params = {} }: Told): string {
  return LOSSES.flatMap((kind) => (params[kind] ? [t(`lost.${kind}`, { number: params[kind] })] : [])).join('; ');
}

function hasAdvice(code: ProblemCode): code is keyof typeof ru.advice & ProblemCode {
  return code in ru.advice;
}
