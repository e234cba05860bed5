import { action } from './ru/action.ts';
import { benefits } from './ru/benefits.ts';
import { frame } from './ru/frame.ts';
import { journal } from './ru/journal.ts';
import { menu } from './ru/menu.ts';
import { outbox } from './ru/outbox.ts';
import { preparation } from './ru/preparation.ts';
import { printing } from './ru/printing.ts';
import { problem } from './ru/problem.ts';
import { sale } from './ru/sale.ts';
import { setup } from './ru/setup.ts';
import { shift } from './ru/shift.ts';

/** Russian, the default language. Its keys are the type of every other one. */
export const ru = {
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
