import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT } from '../domain/money.ts';
import type { Problem } from '../domain/problem.ts';
import { LARGEST_QUANTITY, type Quantity } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import type { Result } from '../domain/result.ts';
import { receiptsSchema, refundSchema } from './receipts.ts';
import { viewSchema } from './view.ts';

/**
 * The one map of what the renderer may ask. For each command: the schema of its input and of its answer. electron/ipc.ts
 * checks sender and input of every call and answers `Result<output, Problem>`; nothing else passes between the processes.
 */
const nothing = z.undefined();
const amount = z
  .int()
  .min(0)
  .max(LARGEST_AMOUNT)
  .transform((value) => value as Kopecks);
const thousandths = z
  .int()
  .min(1)
  .max(LARGEST_QUANTITY)
  .transform((value) => value as Quantity);
const lineIndex = z.int().min(1);
const code = z.string().trim().min(1).max(200);
const pin = z
  .string()
  .trim()
  .regex(/^\d{3,8}$/);
const nameOfPerson = z.string().trim().max(60);
const returnInput = z.object({
  receipt: z
    .string()
    .min(1)
    .transform((id) => id as ReceiptId),
  lines: z
    .array(z.object({ index: lineIndex, quantity: thousandths }))
    .min(1)
    .max(5000),
});

export const commands = {
  /** The snapshot to start from; later ones are pushed. */
  'view.current': { input: nothing, output: viewSchema },
  /** What was typed into the universal field: goods, phone, card, short code or a sum. */
  'sale.enter': { input: z.object({ text: z.string().trim().min(1).max(4096) }), output: nothing },
  /** Settles an open question by the place of an option. */
  'sale.answer': { input: z.object({ question: z.int(), option: z.int().min(0) }), output: nothing },
  'sale.dismissQuestion': { input: z.object({ question: z.int() }), output: nothing },
  /** What the open dialog waits for: the next scans are read as that and as nothing else. */
  'sale.expect': {
    input: z.object({ what: z.enum(['anything', 'customer', 'certificate', 'promo']) }),
    output: nothing,
  },
  /** Adds a sum on top of the receipt, as a line of its own. */
  'sale.markUp': { input: z.object({ amount }), output: nothing },
  'line.setQuantity': { input: z.object({ index: lineIndex, quantity: thousandths }), output: nothing },
  'line.remove': { input: z.object({ index: lineIndex }), output: nothing },
  /** Identifies the customer by what a person typed: a phone in any spelling, else a card, QR or short code. */
  'customer.identify': { input: z.object({ text: code }), output: nothing },
  'customer.remove': { input: nothing, output: nothing },
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
  'registration.cancel': { input: nothing, output: nothing },
  /** Looks a certificate up; the snapshot then shows what is on it. */
  'certificate.look': { input: z.object({ code, pin: z.string().trim().max(40) }), output: nothing },
  /** Pays `amount` with the certificate that was looked up. */
  'certificate.add': { input: z.object({ amount }), output: nothing },
  /** Puts the looked-up certificate away without paying. */
  'certificate.dismiss': { input: nothing, output: nothing },
  /** Takes a certificate off the receipt, by its place. */
  'certificate.remove': { input: z.object({ place: z.int().min(0) }), output: nothing },
  'promo.enter': { input: z.object({ code }), output: nothing },
  'promo.remove': { input: nothing, output: nothing },
  /** Has the service calculate the receipt with the sum of bonuses to take off; 0 for none. */
  'sale.calculate': { input: z.object({ redemption: amount }), output: nothing },
  'pin.ask': { input: nothing, output: nothing },
  'pin.check': { input: z.object({ pin }), output: nothing },
  /** Pays and writes the receipt. `due` is what the cashier saw: if it differs by now, nothing is written. */
  'sale.pay': { input: z.object({ due: amount, cash: amount, card: amount }), output: nothing },
  /** Tries again to learn the outcome of a write in doubt. */
  'sale.resolve': { input: nothing, output: nothing },
  /** Takes the receipt off the desk: a written one is done with, an open one is cancelled. */
  'sale.new': { input: nothing, output: nothing },
  'slip.reprint': { input: nothing, output: nothing },
  /** Written receipts, newest first, at most fifty: those whose number or last digits of the phone begin so, or all. */
  'receipts.find': { input: z.object({ text: z.string().trim().max(20) }), output: receiptsSchema },
  /** What the customer would get back for these lines. */
  'return.preview': { input: returnInput, output: refundSchema },
  'return.write': { input: returnInput, output: nothing },
  'notice.dismiss': { input: z.object({ id: z.int() }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
/** What a caller passes. */
export type CommandInput<Name extends CommandName> = z.input<Commands[Name]['input']>;
/** What a handler receives, checked. */
export type CheckedInput<Name extends CommandName> = z.output<Commands[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.output<Commands[Name]['output']>;
export type Answer<Name extends CommandName> = Result<CommandOutput<Name>, Problem>;

/** An answer and the revision of the snapshot that shows what the command changed; the two travel apart. */
export type Answered<Name extends CommandName> = { readonly answer: Answer<Name>; readonly revision: number };

/** The whole surface the preload gives to the renderer. */
export type Bridge = {
  invoke<Name extends CommandName>(command: Name, input: CommandInput<Name>): Promise<Answered<Name>>;
  /** Calls the listener with every new snapshot; gives back how to stop. */
  subscribe(listener: (view: unknown) => void): () => void;
};
