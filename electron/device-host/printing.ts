import { sendOverTcp } from '../../printing/tcp.ts';
import type { Tell, ToHost } from './protocol.ts';

/** Sends one slip's bytes to its printer and tells how that ended. */
export async function print({ job, printer, bytes }: Extract<ToHost, { kind: 'print' }>, tell: Tell): Promise<void> {
  const sent = await sendOverTcp(bytes, printer);
  tell({ kind: 'print-result', job, outcome: sent.ok ? 'sent' : sent.error });
}
