/**
 * In which alphabet a scanner sends letters that are no ASCII. `auto`: UTF-8 or Windows-1251, as the bytes say; the others look alike, so
 * that only a person knows.
 */
export const ALPHABETS = ['auto', 'windows-1251', 'cp866', 'koi8-r'] as const;

export type Alphabet = (typeof ALPHABETS)[number];

/** A code as it arrived: whole, framed, control characters such as GS (0x1D) kept. */
export type Scan = {
  readonly text: string;
  /** AIM symbology identifier without the bracket ("E0", "d2"), when the scanner sends it (ISO/IEC 15424). */
  readonly aim?: string;
  readonly source: ScanSource;
  /** When its last byte or key arrived, epoch ms. */
  readonly at: number;
};

export const SCAN_SOURCES = ['serial', 'hid', 'wedge', 'typed'] as const;
export type ScanSource = (typeof SCAN_SOURCES)[number];
