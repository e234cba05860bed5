/** What a slip is about. */
export const SLIP_KINDS = ['sale', 'return', 'registration', 'notice', 'shift', 'benefit', 'test'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/**
 * How far a slip is. `unconfirmed`: it was sent, and the printer does not say what became of it. `in-doubt`: it broke off, so
 * that part of it or all may be on paper; the cashier decides. `failed`: no printer can print it. `no-printer`: none was set up when
 * its turn came.
 */
export const PRINT_STATES = [
  'queued',
  'sending',
  'confirmed',
  'unconfirmed',
  'in-doubt',
  'failed',
  'no-printer',
  'cancelled',
] as const;
export type PrintState = (typeof PRINT_STATES)[number];

/** Characters of the standard font on one line of paper. */
export const PAPER_COLUMNS = [32, 35, 42, 44, 48] as const;
export type PaperColumns = (typeof PAPER_COLUMNS)[number];

/** Every slip that a till prints, as an administrator looks at examples of them. */
export const PREVIEWS = [
  'sale',
  'return',
  'registration',
  'queued',
  'refused',
  'x-report',
  'z-report',
  'benefit',
  'test-page',
] as const;
export type Preview = (typeof PREVIEWS)[number];

/** Code tables of a printer that the test page has a line in. Printers of all makes that we know of have CP866 among them. */
export const TESTED_TABLES: readonly number[] = Array.from({ length: 31 }, (_, table) => table);
