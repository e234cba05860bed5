import type { View } from '../app/contract/view.ts';
import { ok } from '../app/domain/result.ts';
import type { Desk } from '../app/sale/desk.ts';
import type { Handlers } from './ipc.ts';

/** The contract's commands, each a call of the desk. */
export function handlersFor(desk: Desk, view: () => View): Handlers {
  return {
    'view.current': () => ok(view()),
    'sale.enter': ({ text }) => desk.entered(text),
    'sale.answer': ({ question, option }) => desk.answer(question, option),
    'sale.dismissQuestion': ({ question }) => desk.dismissQuestion(question),
    'line.setQuantity': ({ index, quantity }) => desk.setQuantity(index, quantity),
    'line.remove': ({ index }) => desk.removeLine(index),
    'customer.remove': () => desk.removeCustomer(),
    'sale.calculate': ({ redemption }) => desk.calculate(redemption),
    'pin.ask': () => desk.askPin(),
    'pin.check': ({ pin }) => desk.checkPin(pin),
    'sale.pay': ({ due, cash, card }) => desk.pay(due, { cash, card }),
    'sale.resolve': () => desk.resolve(),
    'sale.new': () => desk.newSale(),
    'slip.reprint': () => desk.reprint(),
    'notice.dismiss': ({ id }) => desk.dismissNotice(id),
  };
}
