import type { Customer } from '../domain/customer.ts';
import type { Sale } from './sale.ts';
import type { Workspace } from './workspace.ts';

/** Has it said whose place `now` took, as long as that can be taken back; the same person anew replaces nobody. */
export function tellReplaced(workspace: Workspace, before: Sale, now: Customer | null): void {
  const { customer, redemption, redemptionLimit, pin } = before;
  if (!customer || (now && now.name === customer.name && now.phoneEnding === customer.phoneEnding)) return;
  workspace.showUndoable({
    kind: 'customer',
    customer,
    chosen: { redemption, redemptionLimit, pin },
    now: now?.name ?? null,
  });
}
