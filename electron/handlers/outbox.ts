import type { outboxCommands } from '../../app/contract/outbox.ts';
import { ok } from '../../app/domain/result.ts';
import type { OutboxSteps } from '../../app/sale/outbox/outbox-steps.ts';
import type { HandlersOf } from '../ipc.ts';

export function outboxHandlers(pending: OutboxSteps): HandlersOf<keyof typeof outboxCommands> {
  return {
    'outbox.list': () => ok(pending.list()),
    'outbox.retry': ({ id }) => pending.retry(id),
    'outbox.setAside': ({ id }) => pending.setAside(id),
    'outbox.accept': ({ id }) => pending.accept(id),
    'outbox.deny': ({ id }) => pending.deny(id),
    'outbox.later': ({ id }) => pending.leave(id),
  };
}
