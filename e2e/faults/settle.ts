import { commanded } from '../support/desk.ts';
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

async function still({ page }: Till): Promise<void> {
  await expect
    .poll(
      async () => {
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
