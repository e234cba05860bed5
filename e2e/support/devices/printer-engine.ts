import { commandAt } from './escpos-commands.ts';

/** How a printer is. */
export type PrinterCondition = {
  /** Lines of paper it still has. */
  linesLeft: number;
  paperLow: boolean;
  coverOpen: boolean;
  cutterJammed: boolean;
  /** Taken offline at its panel, for no cause that it names. */
  offline: boolean;
  /** What it answers: `no-fence` knows no `GS r`, as some clones do not; a one-way printer answers `nothing`. */
  answers: 'everything' | 'no-fence' | 'nothing';
  /** To which parts of the status it knows an answer; many a clone has only some. */
  answersTo: readonly number[];
};

/** A printer by itself, whoever it is connected to. */
export type PrinterState = { readonly condition: PrinterCondition };

export const WELL: Readonly<PrinterCondition> = {
  linesLeft: Number.POSITIVE_INFINITY,
  paperLow: false,
  coverOpen: false,
  cutterJammed: false,
  offline: false,
  answers: 'everything',
  answersTo: [1, 2, 3, 4],
};

const LF = 0x0a;
const [DLE, EOT] = [0x10, 0x04];
const REQUEST = Buffer.of(DLE, EOT);
/** `DLE DC4 1 m t`: the drawer's pulse, obeyed at once. */
const PULSE = { begin: Buffer.of(DLE, 0x14, 1), bytes: 5 };
/** What commands begin with: DLE, ESC, FS, GS. */
const PREFIXES: readonly number[] = [DLE, 0x1b, 0x1c, 0x1d];
/** Longer than any command's fixed part: behind this a command that is cut short looks whole. */
const ROOM = new Uint8Array(70_000);

type EngineListeners = {
  /** What the printer sends back. */
  say(bytes: Uint8Array): void;
  /** These came out on paper. */
  printed(bytes: Uint8Array): void;
  /** A slip is cut off. */
  cut(): void;
};

/**
 * The inside of a printer, by Epson's command reference: answers `DLE EOT` and obeys `DLE DC4 1` at once, also when it cannot print; all
 * else waits in its buffer, is done in order as long as nothing keeps it from printing, and is on paper then. Requests are no part of what is printed.
 */
export class PrinterEngine {
  readonly #printer: PrinterState;
  readonly #listeners: EngineListeners;
  #buffer = Buffer.alloc(0);
  /** The beginning of what may become a request. */
  #unread = Buffer.alloc(0);

  constructor(printer: PrinterState, listeners: EngineListeners) {
    this.#printer = printer;
    this.#listeners = listeners;
  }

  /** Bytes that wait to be done. */
  get waiting(): number {
    return this.#buffer.length;
  }

  take(bytes: Uint8Array): void {
    const rest = this.#withoutRequests(bytes);
    if (rest.subarray(0, PULSE.begin.length).equals(PULSE.begin)) this.#pulse(rest);
    else this.#buffer = Buffer.concat([this.#buffer, rest]);
    this.work();
  }

  /** Stands among what came out, for a test to see. A printer in an error ignores it. */
  #pulse(bytes: Buffer): void {
    if (!this.#printer.condition.cutterJammed) this.#listeners.printed(bytes.subarray(0, PULSE.bytes));
    this.#buffer = Buffer.concat([this.#buffer, bytes.subarray(PULSE.bytes)]);
  }

  /** Switched off: what waited is lost. */
  clear(): void {
    this.#buffer = Buffer.alloc(0);
    this.#unread = Buffer.alloc(0);
  }

  /** Answers the requests; gives what is left. One that is cut short waits for its rest. */
  #withoutRequests(bytes: Uint8Array): Buffer {
    const all = Buffer.concat([this.#unread, bytes]);
    const rest: Uint8Array[] = [];
    let from = 0;
    for (let at = all.indexOf(REQUEST); at >= 0 && at + 2 < all.length; at = all.indexOf(REQUEST, from)) {
      rest.push(all.subarray(from, at));
      from = at + 3;
      const part = all[at + 2] ?? 0;
      const { answers, answersTo } = this.#printer.condition;
      if (answers !== 'nothing' && answersTo.includes(part)) this.#listeners.say(Uint8Array.of(this.#status(part)));
    }
    const end = all.at(-2) === DLE && all.at(-1) === EOT ? all.length - 2 : all.length - (all.at(-1) === DLE ? 1 : 0);
    this.#unread = all.subarray(Math.max(from, end));
    return Buffer.concat([...rest, all.subarray(from, Math.max(from, end))]);
  }

  /** The reply to `DLE EOT n`; bits 1 and 4 are fixed. */
  #status(part: number): number {
    const { linesLeft, paperLow, coverOpen, cutterJammed, offline } = this.#printer.condition;
    const [noPaper, stopped] = [linesLeft <= 0, this.#isStopped()];
    if (part === 1) return 0x12 | (stopped || offline ? 0x08 : 0);
    if (part === 2) return 0x12 | (coverOpen ? 0x04 : 0) | (noPaper ? 0x20 : 0) | (cutterJammed ? 0x40 : 0);
    if (part === 3) return 0x12 | (cutterJammed ? 0x08 : 0);
    return 0x12 | (paperLow || noPaper ? 0x0c : 0) | (noPaper ? 0x60 : 0);
  }

  #isStopped(): boolean {
    const { linesLeft, coverOpen, cutterJammed, offline } = this.#printer.condition;
    return linesLeft <= 0 || coverOpen || cutterJammed || offline;
  }

  /** Goes on with what waits, as far as the printer can. */
  work(): void {
    const printed: Uint8Array[] = [];
    let at = 0;
    let cuts = 0;
    while (at < this.#buffer.length && !this.#isStopped()) {
      const found = this.#isPrefix(at) ? commandAt(this.#buffer, at) : null;
      if (!found && this.#isCutShort(at)) break;
      const next = found?.next ?? this.#endOfText(at);
      if (found?.command.name === 'GS r') this.#answerFence();
      else printed.push(this.#buffer.subarray(at, next));
      if (found?.command.name === 'GS V') cuts++;
      if (this.#buffer[at] === LF) this.#printer.condition.linesLeft -= 1;
      at = next;
    }
    this.#buffer = this.#buffer.subarray(at);
    if (printed.length > 0) this.#listeners.printed(Buffer.concat(printed));
    for (; cuts > 0; cuts--) this.#listeners.cut();
  }

  #isPrefix(at: number): boolean {
    return PREFIXES.includes(this.#buffer[at] ?? 0);
  }

  /** Behind the bytes from `at` on that neither begin a command nor end a line, or behind the one that does. */
  #endOfText(at: number): number {
    let end = at;
    while (end < this.#buffer.length && this.#buffer[end] !== LF && !this.#isPrefix(end)) end++;
    return Math.max(end, at + 1);
  }

  #isCutShort(at: number): boolean {
    if (!this.#isPrefix(at)) return false;
    return commandAt(Buffer.concat([this.#buffer.subarray(at), ROOM]), 0) !== null;
  }

  #answerFence(): void {
    if (this.#printer.condition.answers !== 'everything') return;
    this.#listeners.say(Uint8Array.of(this.#printer.condition.paperLow ? 0x03 : 0x00));
  }
}
