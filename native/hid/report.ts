/**
 * One Scanned Data Report as it comes from hidapi, report number included (HID POS Usage Tables 1.02, section 3): number 2,
 * length of the data, three bytes of symbology identifier, the data, and in the last byte's lowest bit «continued».
 */
export type ScanReport = {
  /** Without the bracket ("E0"); `null` where the scanner does not send it. */
  readonly aim: string | null;
  readonly data: Uint8Array;
  /** The rest of the code comes in the next report. */
  readonly continued: boolean;
};

const SCANNED_DATA = 2;
const BRACKET = 0x5d;
const LENGTH_AT = 1;
const AIM_AT = 2;
const AIM_LENGTH = 3;
/** Further symbology identifier, a reserved byte and the flags follow the data. */
const TAIL = 3;
const CONTINUED = 0x01;

/**
 * Reads a report. `'other'`: not one of scanned data — a scanner tells of its trigger in others; `'malformed'`: it says that
 * it holds more than fits.
 */
export function readReport(bytes: Uint8Array): ScanReport | 'other' | 'malformed' {
  if (bytes[0] !== SCANNED_DATA) return 'other';
  // Some makers send a byte more before the identifier.
  const shift = bytes[AIM_AT] !== BRACKET && bytes[AIM_AT + 1] === BRACKET ? 1 : 0;
  const from = AIM_AT + AIM_LENGTH + shift;
  const to = from + (bytes[LENGTH_AT] ?? 0);
  if (to > bytes.length - TAIL + shift) return 'malformed';
  return {
    aim: aimOf(bytes.subarray(AIM_AT + shift, from)),
    data: bytes.subarray(from, to),
    continued: ((bytes.at(-1) ?? 0) & CONTINUED) === CONTINUED,
  };
}

/** ISO/IEC 15424: a bracket, a letter for the symbology, a modifier. */
function aimOf(bytes: Uint8Array): string | null {
  return /^\]([A-Za-z][0-9A-Za-z])$/.exec(String.fromCharCode(...bytes))?.[1] ?? null;
}
