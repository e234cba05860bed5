/** A code as it arrived: whole, framed, control characters such as GS (0x1D) kept. */
export type Scan = {
  readonly text: string;
  /** AIM symbology identifier without the bracket ("E0", "d2"), when the scanner sends it (ISO/IEC 15424). */
  readonly aim?: string;
  readonly source: ScanSource;
};

export type ScanSource = 'serial' | 'hid' | 'wedge' | 'typed';
