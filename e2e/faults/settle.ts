import { commanded } from '../support/desk.ts';
import { expect, type Till } from '../support/till.ts';

/** Waits until the till has done all that it does by itself, and clears the desk for the next round. */
export async function settled({ page }: Till): Promise<void> {
  await expect
    .poll(
      async () => {
        const { busy, sale, outbox, queue, printing } = await commanded(page, 'view.current', undefined);
        const left = [busy, outbox.waiting + outbox.dead > 0 && 'outbox', queue > 0 && printing === null && 'slips'];
        if (sale.stage === 'in-doubt' || sale.stage === 'writing') left.push(sale.stage);
        return left.filter(Boolean);
      },
      { timeout: 90_000 },
    )
    .toEqual([]);
  await decide(page);
  await commanded(page, 'sale.new', undefined);
}

/** A slip that may be on paper is asked about: the cashier looks, and says that it is. */
async function decide(page: Till['page']): Promise<void> {
  for (;;) {
    const { printing } = await commanded(page, 'view.current', undefined);
    if (printing?.state !== 'in-doubt') return;
    await commanded(page, 'print.settle', { job: printing.job });
  }
}
