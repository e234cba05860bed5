import type { OutboxRow } from '../../../../app/contract/outbox.ts';
import { closeDialog, openDialog } from '../../../frame/in-front.ts';
import type { Workstation } from '../../../workstation.ts';
import type { Decision } from './decision-words.ts';

/** Has it sent now, whether it waits for its time or for a person. */
export function retry({ run }: Workstation, { id }: OutboxRow): Promise<boolean> {
  return run('outbox.retry', { id });
}

/** Asks before it is closed without sending. What still sends itself is not closed. */
export function askToSetAside(workstation: Workstation, entry: OutboxRow): void {
  if (entry.state === 'dead') openDialog(workstation, { kind: 'outbox', decision: 'set-aside', entry });
}

/** Asks before it counts as something that the service has. */
export function askToAccept(workstation: Workstation, entry: OutboxRow): void {
  if (entry.acceptable) openDialog(workstation, { kind: 'outbox', decision: 'accept', entry });
}

/** Asks before it is sent once more as something that the service does not have. */
export function askToDeny(workstation: Workstation, entry: OutboxRow): void {
  if (entry.deniable) openDialog(workstation, { kind: 'outbox', decision: 'deny', entry });
}

const COMMANDS = { 'set-aside': 'outbox.setAside', accept: 'outbox.accept', deny: 'outbox.deny' } as const;

/** Does what was decided; a refusal stays in the dialog. */
export async function decide(workstation: Workstation, decision: Decision, { id }: OutboxRow): Promise<void> {
  const done = await workstation.run(COMMANDS[decision], { id });
  if (done) closeDialog(workstation, 'outbox');
}
