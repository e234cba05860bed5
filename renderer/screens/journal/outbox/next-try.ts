import type { OutboxRow } from '../../../../app/contract/outbox.ts';

/** When an entry is tried again: `never` by itself, `soon`, or at that time. */
export function nextTry(
  { state, notBefore }: Pick<OutboxRow, 'state' | 'notBefore'>,
  now: number,
): 'never' | 'soon' | Date {
  if (state === 'dead') return 'never';
  return notBefore <= now ? 'soon' : new Date(notBefore);
}
