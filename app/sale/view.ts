import type { Receipts } from '../contract/receipts.ts';
import type { Light, LineView, Question as QuestionView, SaleView, View } from '../contract/view.ts';
import type { CalculatedLine } from '../domain/calculation.ts';
import { certificatesTotal } from '../domain/certificate.ts';
import { least, minus, plus, ZERO } from '../domain/money.ts';
import { lastDigits } from '../domain/phone.ts';
import { type Line, linesTotal, lineTotal } from '../domain/receipt.ts';
import { returnable, type WrittenReceipt } from '../domain/receipt-return.ts';
import type { Reading } from './readings.ts';
import { due, needsPin, type Sale } from './sale.ts';
import type { DeskState, Question } from './workspace.ts';

/** What a snapshot shows beside the sale; the composition root knows it. */
export type Surroundings = {
  readonly revision: number;
  readonly outlet: View['outlet'];
  readonly training: View['training'];
  readonly lights: readonly Light[];
  readonly queue: number;
  /** The slip of a written sale, as lines of the printer's width, and how its printing goes. */
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
    registration: state.registration && { phoneEnding: lastDigits(state.registration.phone) },
    returnInDoubt: state.returnInDoubt === null ? null : { number: state.returnInDoubt },
    lights: [...around.lights],
    queue: around.queue,
  };
}

function saleView(sale: Sale, printed: Surroundings['printed']): SaleView {
  const { calculation, customer, pin } = sale;
  const calculated = new Map(calculation?.lines.map((line) => [line.index, line]));
  return {
    number: sale.number,
    stage: sale.stage.at,
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
    calculated: calculation !== null,
    redemption: {
      chosen: sale.redemption,
      limit: sale.redemptionLimit,
      left: calculation && customer ? minus(customer.balance, calculation.redeemed) : null,
      accrued: calculation?.accrued ?? null,
    },
    certificates: sale.certificates.map(({ code, amount, balance }) => ({ ending: code.slice(-4), amount, balance })),
    promo: sale.promo === null ? null : { code: sale.promo, answer: calculation?.promo ?? null },
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
    total: minus(lineTotal(line), discount),
    unknown: calculated?.unknown ?? false,
  };
}

function doneView(sale: Sale, printed: Surroundings['printed']): SaleView['done'] {
  if (sale.stage.at !== 'written') return null;
  const { outcome, payment } = sale.stage;
  return {
    redeemed: outcome.redeemed,
    accrued: outcome.accrued,
    balance: outcome.balance,
    paid: plus(payment.cash, payment.card),
    change: payment.change,
    slip: [...(printed?.slip ?? [])],
    print: printed?.state ?? 'queued',
  };
}

function questionView(question: Question): QuestionView {
  return { id: question.id, text: question.text, options: question.options.map(optionView) };
}

function optionView(reading: Reading): QuestionView['options'][number] {
  switch (reading.kind) {
    case 'product':
      return { kind: 'product', name: reading.product.name, price: reading.product.price };
    case 'amount':
      return { kind: 'amount', amount: reading.amount };
    case 'customer-phone':
      return { kind: 'customer-phone', ending: lastDigits(reading.phone) };
    case 'customer-code':
    case 'certificate':
    case 'promo':
    case 'anonymous':
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
      paid: plus(receipt.payment.cash, receipt.payment.card),
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
