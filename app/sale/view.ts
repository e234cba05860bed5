import type { Receipts } from '../contract/receipts.ts';
import type {
  Light,
  LineView,
  Question as QuestionView,
  ReadingView,
  SaleView,
  TriedScan,
  View,
} from '../contract/view.ts';
import { accrualPercent } from '../domain/accrual.ts';
import type { CalculatedLine } from '../domain/calculation.ts';
import { certificatesTotal } from '../domain/certificate.ts';
import { least, minus, plus, ZERO } from '../domain/money.ts';
import { total } from '../domain/payment.ts';
import { lastDigits } from '../domain/phone.ts';
import { cost } from '../domain/quantity.ts';
import { benefitOff, type Line, linesTotal, lineTotal } from '../domain/receipt.ts';
import { returnable, type WrittenReceipt } from '../domain/receipt-return.ts';
import { benefitsOf, benefitsView } from './benefits/benefit-view.ts';
import type { Reading } from './readings.ts';
import { due, moneyTaken, needsPin, type Sale } from './sale.ts';
import { serviceProblem } from './service-problem.ts';
import type { SentSms } from './sms-pause.ts';
import { type DeskState, isOffline, type PaidReceipt, type Question, type Undoable } from './workspace.ts';

/** What a snapshot shows beside the sale; the composition root knows it. */
export type Surroundings = {
  readonly revision: number;
  readonly outlet: View['outlet'];
  readonly training: View['training'];
  readonly lights: readonly Light[];
  readonly wedge: View['wedge'];
  readonly queue: number;
  /** How loud the till calls, per cent. */
  readonly volume: number;
  readonly keys: View['keys'];
  readonly drawer: boolean;
  /** Whether the shop lets customers pay later. */
  readonly credit: boolean;
  readonly printing: View['printing'];
  readonly trial: readonly TriedScan[] | null;
  readonly window: View['window'];
  /** Whether the shop takes receipts while the loyalty service is down. */
  readonly queueing: boolean;
  /** The shop has a page where customers register. */
  readonly registrationPage: boolean;
  /** The slip of a paid sale, as lines of the printer's width, and how its printing goes. */
  readonly printed: { readonly slip: readonly string[]; readonly state: NonNullable<SaleView['done']>['print'] } | null;
};

/** The snapshot for the renderer. */
export function composeView(state: DeskState, around: Surroundings): View {
  return {
    revision: around.revision,
    outlet: around.outlet,
    training: around.training,
    sale: saleView(state.sale, around.printed),
    busy: state.busy,
    notice: state.notice,
    question: state.question && questionView(state.question),
    certificate: state.certificate && {
      ending: state.certificate.code.slice(-4),
      balance: state.certificate.balance,
      suggested: least(state.certificate.balance, due(state.sale)),
    },
    lastPaid: state.lastPaid && state.sale.stage.at === 'open' ? paidView(state.lastPaid) : null,
    undoable: state.undoable && state.sale.stage.at === 'open' ? undoableView(state.undoable) : null,
    lockedCertificate: state.lockedCertificate && {
      ending: state.lockedCertificate.code.slice(-4),
      wrong: state.lockedCertificate.why === 'certificate-pin-wrong',
    },
    armed: state.armed,
    unsold: state.unsold
      .filter(({ receipt }) => receipt === state.sale.id)
      .map(({ text, why, times }) => ({ text, times, problem: why })),
    warnings: [...state.warnings],
    registration: state.registration && { phoneEnding: lastDigits(state.registration.phone) },
    sms: {
      pin: state.sale.pin.asked ? smsView(state.pinSms) : null,
      registration: smsView(state.registration?.sms ?? null),
    },
    registrationPage: around.registrationPage,
    returnInDoubt: returnView(state.outbox),
    offline: offlineView(state, around.queueing),
    outbox: { waiting: state.outbox.waiting, dead: state.outbox.dead },
    disagreement: state.sale.stage.at === 'in-doubt' ? state.disagreement : null,
    refusal: state.sale.stage.at === 'open' ? state.refusal : null,
    held: state.held.map(heldView),
    shift: state.shift && { number: state.shift.number, openedAt: state.shift.openedAt },
    benefits: state.benefits && benefitsView(state.benefits),
    lights: [...around.lights],
    wedge: around.wedge,
    queue: around.queue,
    volume: around.volume,
    keys: around.keys,
    drawer: around.drawer,
    credit: around.credit,
    printing: around.printing,
    trial: around.trial && [...around.trial],
    window: around.window,
  };
}

function paidView({ number, payment }: PaidReceipt): View['lastPaid'] {
  return { number, ...payment };
}

function offlineView(state: DeskState, queueing: boolean): View['offline'] {
  const { loyalty } = state;
  if (!isOffline(state) || loyalty === null || loyalty === 'ok') return null;
  return { queueing, cause: serviceProblem(loyalty).code };
}

/** A question comes before what is being found out. */
function returnView({ returnOf, askedReturn }: DeskState['outbox']): View['returnInDoubt'] {
  if (askedReturn) return askedReturn;
  return returnOf === null ? null : { entry: null, number: returnOf };
}

function heldView(sale: Sale): View['held'][number] {
  const { id, number, lines, customer, taken } = sale;
  return { id, number, lines: lines.length, due: due(sale), taken, phoneEnding: customer?.phoneEnding ?? null };
}

function undoableView(undoable: Undoable): View['undoable'] {
  if (undoable.kind === 'line') return { kind: 'line', name: undoable.line.product.name };
  return { kind: 'customer', before: undoable.customer.name, now: undoable.now };
}

function smsView(sms: SentSms | null): View['sms']['pin'] {
  return sms && { times: sms.times, againAt: sms.againAt };
}

function saleView(sale: Sale, printed: Surroundings['printed']): SaleView {
  const { calculation, customer, pin } = sale;
  const calculated = new Map(calculation?.lines.map((line) => [line.index, line]));
  return {
    number: sale.number,
    stage: stageOf(sale),
    lines: sale.lines.map((line) => lineView(line, calculated.get(line.index))),
    selected: sale.selected,
    customer: customer && {
      name: customer.name,
      phoneEnding: customer.phoneEnding,
      balance: customer.balance,
      hasChatBot: customer.hasChatBot,
    },
    totals: {
      lines: calculation?.total ?? linesTotal(sale.lines),
      discount: calculation?.discount ?? ZERO,
      redeemed: sale.redemption,
      certificates: certificatesTotal(sale.certificates),
      due: due(sale),
    },
    taken: moneyTaken(sale),
    waived: sale.waived,
    calculated: calculation !== null,
    redemption: {
      chosen: sale.redemption,
      limit: sale.redemptionLimit,
      left: calculation && customer ? minus(customer.balance, calculation.redeemed) : null,
      accrued: calculation?.accrued ?? null,
      accrualPercent:
        calculation &&
        accrualPercent(calculation.accrued, plus(calculation.due, calculation.certificates), calculation.lines.length),
    },
    certificates: sale.certificates.map(({ code, amount, balance }) => ({ ending: code.slice(-4), amount, balance })),
    promo: sale.promo === null ? null : { code: sale.promo, answer: calculation?.promo ?? null },
    benefits: benefitsOf(sale),
    pin: { needed: needsPin(sale), asked: pin.asked, confirmed: pin.confirmedUpTo > 0 && !needsPin(sale) },
    done: doneView(sale, printed),
  };
}

function lineView(line: Line, calculated: CalculatedLine | undefined): LineView {
  const { product } = line;
  const discount = calculated?.discount ?? ZERO;
  return {
    index: line.index,
    name: product.name,
    code: product.barcode ?? product.code,
    weighed: product.weighed,
    quantity: line.quantity,
    price: product.price,
    discount,
    benefit: benefitOff(line),
    total: minus(lineTotal(line), discount),
    unknown: calculated?.unknown ?? false,
  };
}

function doneView(sale: Sale, printed: Surroundings['printed']): SaleView['done'] {
  const { stage } = sale;
  if (stage.at !== 'written' && stage.at !== 'queued') return null;
  const { payment } = stage;
  const { redeemed, accrued, balance } = stage.at === 'written' ? stage.outcome : NOTHING_YET;
  return {
    redeemed,
    accrued,
    balance,
    paid: total(payment),
    ...payment,
    slip: [...(printed?.slip ?? [])],
    print: printed?.state ?? 'queued',
  };
}

const NOTHING_YET = { redeemed: ZERO, accrued: ZERO, balance: null };

/** A sale that is held, cancelled or set aside never stands on the desk. */
function stageOf({ stage }: Sale): SaleView['stage'] {
  return stage.at === 'held' || stage.at === 'discarded' || stage.at === 'set-aside' ? 'open' : stage.at;
}

function questionView(question: Question): QuestionView {
  return { id: question.id, text: question.text, options: question.options.map(readingView) };
}

/** What a code may mean, in what the screen has words for. */
export function readingView(reading: Reading): ReadingView {
  switch (reading.kind) {
    case 'product':
      return {
        kind: 'product',
        name: reading.product.name,
        price: reading.product.price,
        weight: reading.product.weighed ? reading.quantity : null,
        cost: cost(reading.product.price, reading.quantity),
      };
    case 'unusable':
      return { kind: 'unusable', problem: reading.why };
    case 'amount':
    case 'large-sum':
      return { kind: reading.kind, amount: reading.amount };
    case 'customer-phone':
      return { kind: 'customer-phone', ending: lastDigits(reading.phone) };
    case 'customer-code':
    case 'certificate':
    case 'promo':
    case 'anonymous':
    case 'mistyped':
      return { kind: reading.kind };
  }
}

/** Written receipts as the return dialog shows them. */
export function receiptsView(receipts: readonly WrittenReceipt[]): Receipts {
  return receipts.map((receipt) => {
    const left = new Map(returnable(receipt).map((line) => [line.index, line.quantity]));
    return {
      id: receipt.id,
      number: receipt.number,
      writtenAt: receipt.writtenAt,
      paid: total(receipt.payment),
      phoneEnding: receipt.phoneEnding,
      lines: receipt.lines.map(({ index, product, quantity }) => ({
        index,
        name: product.name,
        weighed: product.weighed,
        sold: quantity,
        returnable: left.get(index) ?? 0,
        price: product.price,
      })),
    };
  });
}
