import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { PATHS } from '../../app/gateways/maxbonus/operations.ts';
import { openTill, surround, type Till } from '../../e2e/support/till.ts';
import type { Call } from './bare-call.ts';
import { type Comparison, compare } from './comparison.ts';
import { nextExchange } from './exchange-times.ts';
import { installWatch } from './page-watch.ts';
import { pause } from './pause.ts';
import { inTurn, series } from './series.ts';

const ROUNDS = 100;
const WARM_UPS = 5;
const GOAL = 'p99 ≤ 15 ms above bare';

/**
 * The service thinks so long, ms. One that answers at once does not exist: its answer would meet the screen while it still draws that it
 * waits.
 */
const SERVICE_MS = 50;
const GOODS = ['4607001234562', '4600494000218', '4601234500036', '4601234500043'];
/** Its holder takes bonuses off without a PIN. */
const CARD = '7700001110055002';
/** Bonuses to take off, roubles: another sum in every round, all of them within what the service allows. */
const FIRST_SUM = 100;

const MOMENTS = z.tuple([z.number(), z.number()]);
const CALL_TIMES = z.tuple([z.object({ calledAt: z.number(), settledAt: z.number() })]);

/** What an exchange took besides the service: until it was asked, and since it had answered; ms. */
type Share = { readonly request: number; readonly answer: number };

/**
 * The program's own share of a calculation: from the cashier's key until the service has the request, and from its answer until the sums
 * are painted; against a bare axios call with the same body. What the service takes in between is in neither. The painting waits for the
 * screen's next frame, up to 17 ms at 60 Hz, which bare axios does not.
 */
export async function maxbonus(): Promise<readonly Comparison[]> {
  const till = await openTill(await surround());
  const caller = new Worker(new URL('./bare-call.ts', import.meta.url));
  try {
    till.maxbonus.control.faults.add({ kind: 'latency', ms: SERVICE_MS, operation: 'calculate', times: null });
    await installWatch(till.page);
    await beginReceipt(till);
    const ours = series((round) => calculate(till, FIRST_SUM + round));
    const bare = series(() => call(caller, till));
    await inTurn([ours, bare], ROUNDS, WARM_UPS);
    return [
      compare(
        { name: 'maxbonus-request', what: 'key → request at the service / bare axios', goal: GOAL },
        ours.samples.map(({ request }) => request),
        bare.samples.map(({ request }) => request),
      ),
      compare(
        { name: 'maxbonus-answer', what: 'answer of the service → sums painted / bare axios', goal: GOAL },
        ours.samples.map(({ answer }) => answer),
        bare.samples.map(({ answer }) => answer),
      ),
    ];
  } finally {
    await caller.terminate();
    await till.close();
  }
}

async function beginReceipt({ page, screen, scan }: Till): Promise<void> {
  await expect(page.getByText('Сканер в порядке')).toBeAttached();
  await scan(...GOODS, CARD);
  await expect(screen.lines.getByRole('row')).toHaveCount(1 + GOODS.length);
  await expect(screen.totals).toContainText('К оплате');
}

/** Types a sum to take off and presses Enter; another sum than before, or nothing would be calculated. */
async function calculate({ page, screen }: Till, sum: number): Promise<Share> {
  await screen.redemption.fill(String(sum));
  await pause();
  // The sum stands there as soon as it is chosen; the service has agreed to it when the totals are provisional no longer.
  const totals = `document.querySelector('[aria-label="Итоги чека"][data-provisional="false"]')`;
  await page.evaluate(`watchKey(); watchFor(() => ${totals}?.textContent.includes('−${sum},00'))`);
  const [[pressedAt, paintedAt], { receivedAt, answeredAt }] = await Promise.all([
    page.evaluate('Promise.all([whenPressed, whenPainted])').then((times) => MOMENTS.parse(times)),
    nextExchange(),
    page.keyboard.press('Enter'),
  ]);
  return { request: receivedAt - pressedAt, answer: paintedAt - answeredAt };
}

/** Posts once more what the program has just posted, without the program. */
async function call(caller: Worker, { maxbonus }: Till): Promise<Share> {
  await pause();
  const body = maxbonus.control.requests().at(-1)?.body;
  const served = nextExchange();
  caller.postMessage({ url: maxbonus.url + PATHS.calculate, token: maxbonus.token, body } satisfies Call);
  const [{ calledAt, settledAt }] = CALL_TIMES.parse(await once(caller, 'message'));
  const { receivedAt, answeredAt } = await served;
  return { request: receivedAt - calledAt, answer: settledAt - answeredAt };
}
