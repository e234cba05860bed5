import { z } from 'zod';
import { EXPECTATIONS } from '../domain/codes/expectation.ts';
import { nothing, paidAmount, receiptId, soldQuantity } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';
import { LONGEST } from './limits.ts';
import { receiptsSchema, refundSchema } from './receipts.ts';

const lineIndex = z.int().min(1);
const code = z.string().trim().min(1).max(LONGEST.code);
const pin = z
  .string()
  .trim()
  .regex(/^\d{3,8}$/);
const certificatePin = z.string().trim().max(LONGEST.certificatePin);
const nameOfPerson = z.string().trim().max(LONGEST.nameOfPerson);
const returnInput = z.object({
  receipt: receiptId,
  lines: z
    .array(z.object({ index: lineIndex, quantity: soldQuantity }))
    .min(1)
    .max(5000),
});

/** Selling, from the first code to the slip, and goods given back. */
export const saleCommands = {
  /** What was typed into the universal field: goods, phone, card, short code or a sum. */
  'sale.enter': { input: z.object({ text: z.string().trim().min(1).max(LONGEST.entry) }), output: nothing },
  /** Adds one piece of the goods with this article; it was chosen by name. */
  'sale.add': { input: z.object({ code: z.string().min(1).max(64) }), output: nothing },
  /** A code that a scanner typed as a keyboard does; `at`: epoch ms of its last key. */
  'scan.wedge': {
    input: z.object({ text: z.string().min(1).max(LONGEST.entry), at: z.int().min(0) }),
    output: nothing,
  },
  /** Settles an open question by the place of an option. */
  'sale.answer': { input: z.object({ question: z.int(), option: z.int().min(0) }), output: nothing },
  'sale.dismissQuestion': { input: z.object({ question: z.int() }), output: nothing },
  /** What is in front waits for: the next scans are read as that and as nothing else. */
  'sale.expect': {
    input: z.object({
      what: z.enum([...EXPECTATIONS, 'benefit-card']),
      /** What is typed as the PIN of the certificate that is waited for: a scanned one is looked up with it. */
      pin: certificatePin.exactOptional(),
    }),
    output: nothing,
  },
  /** Adds a sum on top of the receipt, as a line of its own. */
  'sale.markUp': { input: z.object({ amount: paidAmount }), output: nothing },
  'line.setQuantity': { input: z.object({ index: lineIndex, quantity: soldQuantity }), output: nothing },
  'line.remove': { input: z.object({ index: lineIndex }), output: nothing },
  /** Identifies the customer by what a person typed: a phone in any spelling, else a card, QR or short code. */
  'customer.identify': { input: z.object({ text: code }), output: nothing },
  'customer.remove': { input: nothing, output: nothing },
  /** Puts back what a press or a scan by mistake took off the receipt. */
  'sale.undo': { input: nothing, output: nothing },
  'sale.dismissUndo': { input: nothing, output: nothing },
  'customer.sendChatBot': { input: nothing, output: nothing },
  /** Has a PIN sent to a new customer's phone. */
  'registration.request': { input: z.object({ phone: code }), output: nothing },
  'registration.repeat': { input: nothing, output: nothing },
  'registration.confirm': {
    input: z.object({
      pin,
      familyName: nameOfPerson,
      firstName: nameOfPerson,
      patronymic: nameOfPerson,
      birthday: z.iso.date().nullable(),
      gender: z.enum(['male', 'female']).nullable(),
    }),
    output: nothing,
  },
  /** Opens the shop's own page of registration in the browser of the system. */
  'registration.openPage': { input: nothing, output: nothing },
  'registration.cancel': { input: nothing, output: nothing },
  /** Looks a certificate up; the snapshot then shows what is on it. `code`: `null` for the scanned one that waits for its PIN. */
  'certificate.look': { input: z.object({ code: code.nullable(), pin: certificatePin }), output: nothing },
  /** Pays `amount` with the certificate that was looked up. */
  'certificate.add': { input: z.object({ amount: paidAmount }), output: nothing },
  /** Puts the looked-up certificate away without paying. */
  'certificate.dismiss': { input: nothing, output: nothing },
  /** Takes a certificate off the receipt, by its place. */
  'certificate.remove': { input: z.object({ place: z.int().min(0) }), output: nothing },
  'promo.enter': { input: z.object({ code }), output: nothing },
  'promo.remove': { input: nothing, output: nothing },
  /** Has the service calculate the receipt with the sum of bonuses to take off; 0 for none. */
  'sale.calculate': { input: z.object({ redemption: paidAmount }), output: nothing },
  'pin.ask': { input: nothing, output: nothing },
  'pin.check': { input: z.object({ pin }), output: nothing },
  /** Pays and writes the receipt. `due` is what the cashier saw: if it differs by now, nothing is written. */
  'sale.pay': {
    input: z.object({ due: paidAmount, cash: paidAmount, card: paidAmount, credit: paidAmount.exactOptional() }),
    output: nothing,
  },
  /** Sells the open receipt without the loyalty service, which would not calculate or write it. */
  'sale.waive': { input: nothing, output: nothing },
  /** Tries again to learn the outcome of a write in doubt. */
  'sale.resolve': { input: nothing, output: nothing },
  /** Takes the receipt off the desk: a written one is done with, an open one is cancelled. */
  'sale.new': { input: nothing, output: nothing },
  /** The next goods come in this quantity. */
  'sale.arm': { input: z.object({ quantity: soldQuantity.nullable() }), output: nothing },
  /** The cashier has seen which scans were not sold. */
  'unsold.acknowledge': { input: nothing, output: nothing },
  'warnings.acknowledge': { input: nothing, output: nothing },
  /** Puts away what is told of the receipt before. */
  'sale.forgetLastPaid': { input: nothing, output: nothing },
  'receipt.hold': { input: nothing, output: nothing },
  /** Takes a held receipt back; the one on the desk is put aside in its place. */
  'receipt.takeBack': { input: z.object({ receipt: receiptId }), output: nothing },
  /** Leaves the receipt in doubt to the outbox: the next customer waits. */
  'sale.park': { input: nothing, output: nothing },
  /** Cancels the receipt in doubt: the customer has the money back. */
  'sale.abandon': { input: nothing, output: nothing },
  'slip.reprint': { input: nothing, output: nothing },
  /** Written receipts, newest first, at most fifty: those whose number or last digits of the phone begin so, or all. */
  'receipts.find': { input: z.object({ text: z.string().trim().max(LONGEST.receiptSearch) }), output: receiptsSchema },
  /** What the customer would get back for these lines. */
  'return.preview': { input: returnInput, output: refundSchema },
  'return.write': { input: returnInput, output: nothing },
  'notice.dismiss': { input: z.object({ id: z.int() }), output: nothing },
} as const satisfies Record<string, CommandSchemas>;
