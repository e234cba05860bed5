/** A USB scanner in its HID POS mode: how it describes itself and what it sends (HID POS Usage Tables 1.02, section 3). */

/** Bytes of one report, its number included. */
export const REPORT_LENGTH = 64;
const REPORT_NUMBER = 2;
/** Data bytes in one report. */
const CAPACITY = 56;

/** Items of a report descriptor (Device Class Definition for HID 1.11, section 6.2.2): type and tag, then its value. */
const usagePage = (page: number) => [0x05, page];
const usage = (...usages: number[]) => usages.flatMap((one) => [0x09, one]);
const input = (kind: number) => [0x81, kind];
const fields = (bits: number, count: number) => [0x75, bits, 0x95, count];
const largest = (value: number) => [0x26, value, 0x00];
const DATA = 0x02;
const CONSTANT = 0x01;
/** One value in many bytes. */
const BUFFERED = [0x82, 0x02, 0x01];

const SCANNER_PAGE = 0x8c;
const GENERIC_DESKTOP_PAGE = 0x01;

export const REPORT_DESCRIPTOR: Uint8Array = Uint8Array.from([
  ...usagePage(SCANNER_PAGE),
  ...usage(0x02), // Bar Code Scanner
  ...[0xa1, 0x01], // Collection (Application)
  ...usage(0x12), // Scanned Data Report
  ...[0xa1, 0x02], // Collection (Logical)
  ...[0x85, REPORT_NUMBER],
  ...[0x15, 0x00], // Logical Minimum
  ...largest(255),
  ...usagePage(GENERIC_DESKTOP_PAGE),
  ...usage(0x3b), // Byte Count
  ...fields(8, 1),
  ...input(DATA),
  ...usagePage(SCANNER_PAGE),
  ...usage(0xfb, 0xfc, 0xfd), // Symbology Identifier 1 to 3
  ...fields(8, 3),
  ...input(DATA),
  ...usage(0xfe), // Decoded Data
  ...fields(8, CAPACITY),
  ...BUFFERED,
  ...fields(8, 2), // the maker's own symbology, reserved
  ...input(CONSTANT),
  ...largest(1),
  ...usage(0xff), // Decoded Data Continued
  ...fields(1, 1),
  ...input(DATA),
  ...fields(1, 7),
  ...input(CONSTANT),
  ...[0xc0, 0xc0], // End Collection
]);

/** The reports of one code: several when it is long. `aim` is the symbology identifier without its bracket, or empty. */
export function reportsOf(code: string | Uint8Array, aim = 'E0'): Uint8Array[] {
  const bytes = typeof code === 'string' ? Buffer.from(code, 'latin1') : code;
  const reports: Uint8Array[] = [];
  for (let from = 0; from === 0 || from < bytes.length; from += CAPACITY) {
    const report = Buffer.alloc(REPORT_LENGTH);
    const data = bytes.subarray(from, from + CAPACITY);
    report.set([REPORT_NUMBER, data.length]);
    report.write(aim && `]${aim}`, 2, 'latin1');
    report.set(data, 5);
    report[REPORT_LENGTH - 1] = from + CAPACITY < bytes.length ? 1 : 0;
    reports.push(report);
  }
  return reports;
}
