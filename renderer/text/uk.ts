import { action } from './uk/action.ts';
import { benefits } from './uk/benefits.ts';
import { frame } from './uk/frame.ts';
import { journal } from './uk/journal.ts';
import { menu } from './uk/menu.ts';
import { outbox } from './uk/outbox.ts';
import { preparation } from './uk/preparation.ts';
import { printing } from './uk/printing.ts';
import { problem } from './uk/problem.ts';
import { sale } from './uk/sale.ts';
import { setup } from './uk/setup.ts';
import { shift } from './uk/shift.ts';

/** Ukrainian. */
export const uk = {
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
