import { z } from 'zod';
import { INTERFACE_SIZES } from '../domain/interface-size.ts';
import { PRINT_STATES, SLIP_KINDS } from '../domain/printing.ts';
import { PROBLEM_CODES } from '../domain/problem.ts';
import { SCAN_SOURCES } from '../domain/scan.ts';
import { amount, receiptId, soldQuantity } from '../schema/values.ts';
import { benefitView } from './benefit.ts';
import { problemSchema } from './problem.ts';

/**
 * All that the renderer may see, as one snapshot. Main pushes a new one after every change; the renderer shows it and
 * keeps nothing of its own but focus, drafts of fields and open dialogs. Amounts are kopecks, quantities thousandths.
 */

const lineView = z.object({
  index: z.int(),
  name: z.string(),
  /** What identifies the goods to a person: the barcode, else the article. */
  code: z.string(),
  weighed: z.boolean(),
  quantity: soldQuantity,
  price: amount,
  /** Off the line by promotions, without bonuses; zero while nothing is calculated. */
  discount: amount,
  /** How much less it costs by a benefit; its price is lowered by it. */
  benefit: amount,
  total: amount,
  /** MaxBonus does not know this product. */
  unknown: z.boolean(),
});

const customerView = z.object({
  name: z.string(),
  phoneEnding: z.string(),
  balance: amount,
  hasChatBot: z.boolean(),
});

/** An SMS on its way: how many of its kind were sent, and from when (epoch ms) another may be. */
const sentSms = z.object({ times: z.int(), againAt: z.int() });

const money = z.object({ cash: amount, card: amount, credit: amount.exactOptional() });

const saleView = z.object({
  number: z.int(),
  stage: z.enum(['open', 'writing', 'in-doubt', 'queued', 'written']),
  lines: z.array(lineView),
  selected: z.int().nullable(),
  customer: customerView.nullable(),
  totals: z.object({ lines: amount, discount: amount, redeemed: amount, certificates: amount, due: amount }),
  /** The customer's money that is in hand for this receipt: also that of a payment which came to nothing. */
  taken: money,
  /** A person decided to sell it without the loyalty service. */
  waived: z.boolean(),
  /** The shown totals are the service's answer for just this receipt. */
  calculated: z.boolean(),
  redemption: z.object({
    chosen: amount,
    limit: amount.nullable(),
    /** Bonuses left after this receipt and bonuses to come; `null` until calculated. */
    left: amount.nullable(),
    accrued: amount.nullable(),
    /** Which per cent of what is paid that is, where it can be worked out. */
    accrualPercent: z.int().nullable(),
  }),
  /** Gift certificates on this receipt, in the order in which they were added. */
  certificates: z.array(z.object({ ending: z.string(), amount, balance: amount })),
  /** The promo code; `answer` is what the service made of it, `null` until calculated. */
  promo: z
    .object({ code: z.string(), answer: z.object({ accepted: z.boolean(), message: z.string() }).nullable() })
    .nullable(),
  /** What benefits of the ЕЦС take off it. */
  benefits: z.array(z.object({ caseId: z.int(), name: z.string(), off: amount })),
  pin: z.object({ needed: z.boolean(), asked: z.boolean(), confirmed: z.boolean() }),
  /** Once paid: what the service did — nothing yet, while the receipt is queued — and the change to hand back. */
  done: z
    .object({
      redeemed: amount,
      accrued: amount,
      balance: amount.nullable(),
      paid: amount,
      /** What of it was paid in which way. */
      cash: amount,
      card: amount,
      credit: amount.exactOptional(),
      change: amount,
      /** The slip as it prints, line by line; empty when nothing printed. */
      slip: z.array(z.string()),
      print: z.enum(PRINT_STATES),
    })
    .nullable(),
});

const heldView = z.object({
  id: receiptId,
  number: z.int(),
  lines: z.int(),
  due: amount,
  taken: money,
  phoneEnding: z.string().nullable(),
});

const deviceState = z.enum(['ok', 'warning', 'down', 'unknown']);

/** One light in the header: a service, a scanner, a printer. */
const light = z.object({
  id: z.string(),
  kind: z.enum(['service', 'scanner', 'printer']),
  name: z.string(),
  state: deviceState,
  problem: problemSchema.nullable(),
});

/** One thing that a code may mean. */
const reading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amount }),
  /** A sum above the usual, said once more. */
  z.object({ kind: z.literal('large-sum'), amount }),
  z.object({ kind: z.literal('mistyped') }),
  z.object({ kind: z.literal('customer-phone'), ending: z.string() }),
  z.object({ kind: z.literal('customer-code') }),
  z.object({ kind: z.literal('certificate') }),
  z.object({ kind: z.literal('promo') }),
  z.object({ kind: z.literal('anonymous') }),
  /** `weight`: of goods that are weighed; `cost`: of what the code says that there is. */
  z.object({
    kind: z.literal('product'),
    name: z.string(),
    price: amount,
    weight: soldQuantity.nullable(),
    cost: amount,
  }),
  /** Understood, and of no use here. */
  z.object({ kind: z.literal('unusable'), problem: problemSchema }),
]);

/** Two or more readings of one code: the cashier settles it with one key. */
const question = z.object({ id: z.int(), text: z.string(), options: z.array(reading) });

/** A scan that was made to try a scanner out. */
const triedScan = z.object({
  id: z.int(),
  /** Without the symbology identifier; control characters are in it. */
  text: z.string(),
  aim: z.string().nullable(),
  source: z.enum(SCAN_SOURCES),
  /** Epoch ms. */
  at: z.int(),
  /** Empty for goods that the catalogue does not have. */
  readings: z.array(reading),
});

const wedge = z.object({
  /** What the scanner types before each code: a key by its code ("F13"), or a character. `null`: only speed tells. */
  prefix: z.string().nullable(),
  suffix: z.enum(['Enter', 'Tab']),
  /** Fewer signs are a person's; counts only without a prefix. */
  minLength: z.int(),
  /** Caps Lock: the scanner presses Shift for capitals whatever it says, or the other way round while it is on. */
  capsLock: z.enum(['ignored', 'compensated']),
});

export const viewSchema = z.object({
  /** Counts up with every snapshot, so that a late one is told from a new one. */
  revision: z.int(),
  outlet: z.object({ name: z.string(), till: z.string(), cashier: z.string() }),
  /** What a trainee may scan or type, and the PIN of the latest SMS; `null` in a real shop. */
  training: z
    .object({
      pin: z.string().nullable(),
      phone: z.string(),
      card: z.string(),
      barcode: z.string(),
      /** The social card of a holder with a benefit. */
      benefitCard: z.string(),
    })
    .nullable(),
  sale: saleView,
  /** What the desk is waiting for; scans are still taken. */
  busy: z
    .enum([
      'identifying',
      'calculating',
      'asking-pin',
      'checking-pin',
      'writing',
      'resolving',
      'looking-up',
      'registering',
      'returning',
      'sending-chat-bot',
    ])
    .nullable(),
  /** The last thing to tell the cashier; a new `id` each time. */
  notice: problemSchema.extend({ id: z.int(), tone: z.enum(['info', 'warning', 'error']) }).nullable(),
  question: question.nullable(),
  /** A certificate that was looked up and can pay: the cashier says how much of it. */
  certificate: z.object({ ending: z.string(), balance: amount, suggested: amount }).nullable(),
  /** Paid before the open receipt, with the change that was to be handed back; `null` once it is put away. */
  lastPaid: money.extend({ number: z.int(), change: amount }).nullable(),
  /** In what quantity the next goods come; `null`: as they are. */
  armed: soldQuantity.nullable(),
  /** Goods that were scanned for this receipt and are not on it, until the cashier says that they have seen it. */
  unsold: z.array(z.object({ text: z.string(), times: z.int(), problem: problemSchema })),
  /** What people have to know beside the receipt, oldest first; `seen`: they said so. */
  warnings: z.array(problemSchema.extend({ id: z.int(), at: z.int(), seen: z.boolean() })),
  /** Which keys of services the keychain did not give, or did not take, and why; it may be asked again. */
  keys: problemSchema.nullable(),
  /** How loud the till calls, per cent; 0: not at all. */
  volume: z.int(),
  /** A new customer who was sent a PIN. */
  /** What can be put back; names as they are shown, `now`: of who took the place, `null` for nobody. */
  undoable: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('customer'), before: z.string(), now: z.string().nullable() }),
      z.object({ kind: z.literal('line'), name: z.string() }),
    ])
    .nullable(),
  /** A certificate that was scanned and waits for its PIN; `wrong`: the one it was looked up with is not. */
  lockedCertificate: z.object({ ending: z.string(), wrong: z.boolean() }).nullable(),
  registration: z.object({ phoneEnding: z.string() }).nullable(),
  /** The last SMS with a PIN, for the write-off and for the registration; `null` when none is known of. */
  sms: z.object({ pin: sentSms.nullable(), registration: sentSms.nullable() }),
  /** The shop has a page where customers register, to be opened in a browser. */
  registrationPage: z.boolean(),
  /** A return whose outcome is open: with its outbox entry where only a person can say whether the service has it. */
  returnInDoubt: z.object({ number: z.int(), entry: z.int().nullable() }).nullable(),
  /**
   * The loyalty service does not answer as it should, for this cause: bonuses cannot be taken off; `queueing`: receipts are taken all
   * the same.
   */
  offline: z.object({ queueing: z.boolean(), cause: z.enum(PROBLEM_CODES) }).nullable(),
  /** What the services have yet to be told: by themselves, and after a person decided. */
  outbox: z.object({ waiting: z.int(), dead: z.int() }),
  /** The receipt in doubt on the desk: its outbox entry, once only a person can say whether the service has it. */
  disagreement: z.object({ entry: z.int(), problem: problemSchema }).nullable(),
  /** Why the service would not calculate or write the open receipt: it may be sold without the service. */
  refusal: problemSchema.nullable(),
  /** Receipts put aside, oldest first. */
  held: z.array(heldView),
  /** The open shift; `null` between two. */
  shift: z.object({ number: z.int(), openedAt: z.int() }).nullable(),
  /** `null` where the till has no ЕЦС. */
  benefits: benefitView.nullable(),
  lights: z.array(light),
  /** Slips not printed yet, or of which nobody knows whether they are. */
  queue: z.int(),
  /** The shop lets customers pay later. */
  credit: z.boolean(),
  /** There is a cash drawer. */
  drawer: z.boolean(),
  /** The one slip that a person has to see to: its printer is not ready, or it broke off. */
  printing: z
    .object({
      job: z.int(),
      kind: z.enum(SLIP_KINDS),
      /** Of the receipt that it belongs to. */
      number: z.int().nullable(),
      state: z.enum(['waiting', 'in-doubt']),
      problem: problemSchema.nullable(),
      /** Where else it could be printed. */
      printers: z.array(z.object({ id: z.string(), name: z.string() })),
    })
    .nullable(),
  /** How codes that a scanner types are told from what a person types; `null` while no scanner does. */
  wedge: wedge.nullable(),
  /** Size of the interface, per cent; `kiosk`: nothing closes the window but the program itself. */
  window: z.object({ size: z.literal(INTERFACE_SIZES), kiosk: z.boolean() }),
  /** The latest scans while scanners are being tried out, newest first; `null` while scans are for the sale. */
  trial: z.array(triedScan).nullable(),
});

export type View = z.infer<typeof viewSchema>;
export type SaleView = View['sale'];
export type LineView = SaleView['lines'][number];
export type CustomerView = NonNullable<SaleView['customer']>;
export type HeldView = View['held'][number];
export type Light = View['lights'][number];
export type WedgeSettings = NonNullable<View['wedge']>;
export type ReadingView = z.infer<typeof reading>;
export type TriedScan = z.infer<typeof triedScan>;
export type Question = NonNullable<View['question']>;
export type Notice = NonNullable<View['notice']>;
