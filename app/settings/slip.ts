import { z } from 'zod';
import { saidFault } from './faults.ts';
import { as } from './profile-fault.ts';

const lines = z.array(z.string().max(96)).max(6).default([]);
const shown = z.boolean().default(true);
const hidden = z.boolean().default(false);
const number = z.string().max(20).default('');

/** What stands in the address of a QR code for the receipt that it is printed on. */
export const QR_GAPS = ['number', 'id', 'sum', 'date'] as const;

const UNKNOWN_GAP = new RegExp(`\\{(?!(${QR_GAPS.join('|')})\\})`);

/** What the shop's slips look like. */
export const slipSchema = z.strictObject({
  /** `receipt`: goods, payment and bonuses; `tear-off`: only the bonuses, beside a fiscal till's own receipt. */
  form: z.enum(['receipt', 'tear-off']).default('receipt'),
  /** Below the shop's name: address, tax number, telephone. */
  header: lines,
  /** At the foot of every slip for a customer; on that of a sale in place of our own thanks. */
  footer: lines,
  /** The number of the fiscal till: «ККМ 00001». Empty for none. */
  kkm: number,
  /** The section of the goods: «СЕКЦИЯ 1» below each. Empty for none. */
  section: number,
  /** Where bonuses taken off stand: as one sum, or as a discount of each line (MaxBonus integrator's manual, appendix 2, second slip). */
  bonuses: z.enum(['total', 'lines']).default('total'),
  show: z
    .strictObject({
      /** The shop's name at the head. */
      outlet: shown,
      till: shown,
      cashier: shown,
      /** Line by line on the form `receipt`. */
      goods: shown,
      /** The last digits of the customer's phone. */
      customer: shown,
      /** The customer's bonuses before and after. */
      balance: shown,
      /** The name of the promotion. */
      campaign: shown,
      /** Seconds of every time. */
      seconds: hidden,
      /** Which per cent the accrual is, worked out by the till. */
      accrualPercent: hidden,
    })
    .prefault({}),
  /** On the slip of a sale; without gaps in its data also on that of a registration. */
  qr: z
    .strictObject({
      caption: z.string().max(96).default(''),
      /** An address: "https://shop.example/r/{id}"; the gaps in braces are those of QR_GAPS. */
      data: z
        .string()
        .min(1)
        .max(500)
        .refine((data) => !UNKNOWN_GAP.test(data), {
          error: as('unknown-gap'),
          params: { ...saidFault('unknown-gap'), gaps: QR_GAPS.join(', ') },
        }),
    })
    .optional(),
});

export type SlipSettings = z.output<typeof slipSchema>;
