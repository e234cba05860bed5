import { expect } from 'vitest';
import type { Answered, CommandInput, CommandName } from '../app/contract/commands.ts';
import type { ReceiptView } from '../app/contract/receipts.ts';
import type { LineView, SaleView, View } from '../app/contract/view.ts';
import { kopecks, ZERO } from '../app/domain/money.ts';
import { ONE, type Quantity, quantity } from '../app/domain/quantity.ts';
import { ok, type Result } from '../app/domain/result.ts';
import { received } from './screen.ts';
import { openWorkstation } from './workstation.ts';

/** Snapshots for tests: an open receipt of this till, with what the test is about laid over it. */
export function testView(change: Partial<Omit<View, 'sale'>> & { readonly sale?: Partial<SaleView> } = {}): View {
  return {
    revision: 1,
    outlet: { name: 'Shop', till: 'Till 2', cashier: 'Cashier' },
    training: null,
    busy: null,
    notice: null,
    question: null,
    certificate: null,
    lastPaid: null,
    lockedCertificate: null,
    armed: null,
    unsold: [],
    warnings: [],
    volume: 0,
    keys: null,
    undoable: null,
    registration: null,
    sms: { pin: null, registration: null },
    registrationPage: false,
    returnInDoubt: null,
    offline: null,
    outbox: { waiting: 0, dead: 0 },
    disagreement: null,
    refusal: null,
    held: [],
    shift: null,
    benefits: null,
    lights: [],
    wedge: null,
    queue: 0,
    drawer: false,
    credit: false,
    printing: null,
    trial: null,
    window: { size: 100, kiosk: false },
    ...change,
    sale: {
      number: 7,
      stage: 'open',
      lines: [testLine(1), testLine(2), testLine(3)],
      selected: 3,
      customer: { name: 'Anna I.', phoneEnding: '3377', balance: kopecks(1842_16), hasChatBot: true },
      totals: { lines: kopecks(300_00), discount: ZERO, redeemed: ZERO, certificates: ZERO, due: kopecks(300_00) },
      taken: { cash: ZERO, card: ZERO },
      waived: false,
      calculated: true,
      redemption: {
        chosen: ZERO,
        limit: kopecks(150_00),
        left: kopecks(1842_16),
        accrued: kopecks(15_00),
        accrualPercent: null,
      },
      certificates: [],
      promo: null,
      benefits: [],
      pin: { needed: false, asked: false, confirmed: false },
      done: null,
      ...change.sale,
    },
  };
}

export function testLine(index: number, change: Partial<LineView> = {}): LineView {
  return {
    index,
    name: `Goods ${index}`,
    code: `460000000000${index}`,
    weighed: false,
    quantity: ONE,
    price: kopecks(100_00),
    discount: ZERO,
    benefit: ZERO,
    total: kopecks(100_00),
    unknown: false,
    ...change,
  };
}

/** A written receipt with goods by the piece, goods by weight, and a line that was given back before. */
export function testReceipt(): ReceiptView {
  const line = { name: 'Goods', weighed: false, price: kopecks(100_00) };
  return {
    id: 'receipt-1',
    number: 12,
    writtenAt: Date.UTC(2025, 10, 21, 12, 17),
    paid: kopecks(525_00),
    phoneEnding: '3377',
    lines: [
      { ...line, index: 1, sold: thousandths(3000), returnable: 2000 },
      { ...line, index: 2, weighed: true, sold: thousandths(1250), returnable: 1250 },
      { ...line, index: 3, sold: ONE, returnable: 0 },
    ],
  };
}

type Answers = { readonly [Name in CommandName]?: Result<unknown, unknown> };

/** A workstation that shows `view`, whose desk answers as told and remembers what it was asked. */
export async function testWorkstation(view: View, answers: Answers = {}) {
  const asked: [command: CommandName, input: unknown][] = [];
  function invoke<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<Answered<Name>>;
  async function invoke(command: CommandName, input: unknown): Promise<unknown> {
    if (command === 'view.current') return { answer: ok(view), revision: 0 };
    asked.push([command, input]);
    return { answer: answers[command] ?? ok(undefined), revision: 0 };
  }
  const workstation = openWorkstation({ invoke, subscribe: () => () => {} });
  await expect.poll(() => workstation.screen.getState().view).not.toBeNull();
  const show = (next: View) => workstation.screen.setState((screen) => received(screen, next));
  return { workstation, asked, show, state: () => workstation.screen.getState() };
}

function thousandths(value: number): Quantity {
  const of = quantity(value);
  if (of === null) throw new Error(`no quantity: ${value}`);
  return of;
}
