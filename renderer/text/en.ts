import { action } from './en/action.ts';
import { benefits } from './en/benefits.ts';
import { frame } from './en/frame.ts';
import { journal } from './en/journal.ts';
import { menu } from './en/menu.ts';
import { outbox } from './en/outbox.ts';
import { preparation } from './en/preparation.ts';
import { printing } from './en/printing.ts';
import { problem } from './en/problem.ts';
import { sale } from './en/sale.ts';
import { setup } from './en/setup.ts';
import { shift } from './en/shift.ts';

/** English. */
export const en = {
  ...frame,
  ...preparation,
  ...sale,
  ...printing,
  ...shift,
  ...journal,
  ...menu,
  ...outbox,
  ...benefits,
  ...setup,
  ...action,
  ...problem,
};
