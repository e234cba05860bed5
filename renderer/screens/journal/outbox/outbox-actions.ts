import type { OutboxRow } from '../../../../app/contract/outbox.ts';
import { closeDialog, openDialog } from '../../../frame/in-front.ts';
import type { Workstation } from '../../../workstation.ts';

/** Has it sent now, whether it waits for its time or for a person. */
export function retry({ run }: Workstation, { id }: OutboxRow): Promise<boolean> {
  return run('outbox.retry', { id });
}

/** Asks before it is closed without sending. What still sends itself is not closed. */
export function askToSetAside(workstation: Workstation, entry: OutboxRow): void {
  if (entry.state === 'dead') openDialog(workstation, { kind: 'outbox', decision: 'set-aside', entry });
}

/** Asks before the receipt counts as written. */
export function askToAccept(workstation: Workstation, entry: OutboxRow): void {
  if (entry.acceptable) openDialog(workstation, { kind: 'outbox', decision: 'accept', entry });
}

/** Does what was decided; a refusal stays in the dialog. */
export async function decide(
  workstation: Workstation,
  decision: 'set-aside' | 'accept',
  { id }: OutboxRow,
): Promise<void> {
  const done = await workstation.run(decision === 'accept' ? 'outbox.accept' : 'outbox.setAside', { id });
  if (done) closeDialog(workstation, 'outbox');
}
