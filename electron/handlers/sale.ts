import type { saleCommands } from '../../app/contract/sale.ts';
import type { Problem } from '../../app/domain/problem.ts';
import { ok, type Result } from '../../app/domain/result.ts';
import type { Scan } from '../../app/domain/scan.ts';
import type { Desk } from '../../app/sale/desk.ts';
import { receiptsView } from '../../app/sale/view.ts';
import type { Printers } from '../devices/printers.ts';
import type { HandlersOf } from '../ipc.ts';
import { payAtDrawer } from './pay-at-drawer.ts';

/** The commands of selling, each a call of the desk. */
export function saleHandlers(
  desk: Desk,
  printers: Printers,
  scanned: (scan: Scan) => void,
  openRegistrationPage: () => Promise<Result<undefined, Problem>>,
): HandlersOf<keyof typeof saleCommands> {
  const { codes, loyalty, tender, registration, returns, held } = desk;
  return {
    'sale.enter': ({ text }) => codes.entered(text),
    'sale.add': ({ code }) => codes.chosen(code),
    'scan.wedge': ({ text, at }) => {
      scanned({ text, source: 'wedge', at });
      return ok(undefined);
    },
    'sale.answer': ({ question, option }) => codes.answer(question, option),
    'sale.dismissQuestion': ({ question }) => codes.dismissQuestion(question),
    'sale.expect': ({ what, pin }) => codes.expect(what, pin),
    'sale.markUp': ({ amount }) => codes.markUp(amount),
    'line.setQuantity': ({ index, quantity }) => desk.setQuantity(index, quantity),
    'line.remove': ({ index }) => desk.removeLine(index),
    'customer.identify': ({ text }) => codes.customerEntered(text),
    'customer.remove': () => desk.removeCustomer(),
    'sale.undo': () => desk.undo.undo(),
    'sale.dismissUndo': () => desk.undo.dismiss(),
    'customer.sendChatBot': () => loyalty.sendChatBot(),
    'registration.request': ({ phone }) => registration.request(phone),
    'registration.repeat': () => registration.repeatPin(),
    'registration.confirm': ({ pin, ...questionnaire }) => registration.confirm(pin, questionnaire),
    'registration.openPage': openRegistrationPage,
    'registration.cancel': () => registration.cancel(),
    'certificate.look': ({ code, pin }) => (code === null ? tender.unlock(pin) : tender.lookUp(code, pin)),
    'certificate.add': ({ amount }) => tender.addCertificate(amount),
    'certificate.dismiss': () => tender.dismissCertificate(),
    'certificate.remove': ({ place }) => tender.removeCertificate(place),
    'promo.enter': ({ code }) => codes.promoEntered(code),
    'promo.remove': () => tender.removePromo(),
    'sale.calculate': ({ redemption }) => loyalty.calculate(redemption),
    'pin.ask': () => loyalty.askPin(),
    'pin.check': ({ pin }) => loyalty.checkPin(pin),
    'sale.pay': ({ due, ...tender }) => payAtDrawer(desk, printers, due, tender),
    'sale.waive': () => desk.waiveLoyalty(),
    'sale.resolve': () => desk.resolve(),
    'sale.new': () => desk.newSale(),
    'sale.park': () => desk.park(),
    'sale.abandon': () => desk.abandon(),
    'sale.arm': ({ quantity }) => codes.arm(quantity),
    'unsold.acknowledge': () => codes.acknowledgeUnsold(),
    'warnings.acknowledge': () => desk.acknowledgeWarnings(),
    'sale.forgetLastPaid': () => desk.forgetLastPaid(),
    'receipt.hold': () => held.hold(),
    'receipt.takeBack': ({ receipt }) => held.takeBack(receipt),
    'slip.reprint': () => desk.reprint(),
    'receipts.find': ({ text }) => ok(receiptsView(returns.find(text))),
    'return.preview': ({ receipt, lines }) => returns.preview(receipt, lines),
    'return.write': ({ receipt, lines }) => returns.write(receipt, lines),
    'notice.dismiss': ({ id }) => desk.dismissNotice(id),
  };
}
