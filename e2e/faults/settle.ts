import { command, commanded } from '../support/desk.ts';
import { expect, type Till } from '../support/till.ts';
import { isOnPaper } from './paper.ts';

/** Waits until the till has done all that it does by itself, decides what it asks, and clears the desk for the next round. */
export async function settled(till: Till): Promise<void> {
  await still(till);
  for (;;) {
    const { printing } = await commanded(till.page, 'view.current', undefined);
    if (printing?.state !== 'in-doubt') break;
    // The cashier looks whether the slip came out.
    const { job } = printing;
    await commanded(till.page, isOnPaper(till, job) ? 'print.settle' : 'print.again', { job });
    await still(till);
  }
  await commanded(till.page, 'sale.new', undefined);
}

/** What cannot be found out is sent once more: the service tells a receipt and a return by its number from another. */
async function decided({ page }: Till): Promise<void> {
  for (const { id, state, deniable } of await commanded(page, 'outbox.list', undefined)) {
    if (state === 'dead' && deniable) await command(page, 'outbox.deny', { id });
  }
}

async function still(till: Till): Promise<void> {
  const { page } = till;
  await expect
    .poll(
      async () => {
        await decided(till);
        const { busy, sale, outbox, queue, printing } = await commanded(page, 'view.current', undefined);
        const isAsked = printing?.state === 'in-doubt';
        const left = [busy, outbox.waiting + outbox.dead > 0 && 'outbox', queue > 0 && !isAsked && 'slips'];
        if (sale.stage === 'in-doubt' || sale.stage === 'writing') left.push(sale.stage);
        return left.filter(Boolean);
      },
      { timeout: 90_000 },
    )
    .toEqual([]);
}
