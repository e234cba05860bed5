import Printer from 'escpos/printer.js';
import type { PrinterTraits } from '../../../app/settings/printer-traits.ts';
import type { QrLine } from '../../slip-line.ts';
import { toPrintable } from '../../text-rule.ts';
import { code128Data, drawerPulse, opening, qrSymbol } from '../commands.ts';

const [ESC, GS] = [0x1b, 0x1d];

/**
 * The printer of escpos 2.5.2, kept from what is wrong with it (docs/adr/0003-escpos.md): it prints into memory and through
 * none of the library's adapters, no text of it carries commands, and the drawer, QR codes and CODE128 are whole commands.
 */
export class FencedPrinter extends Printer {
  readonly #memory: { bytes: Uint8Array<ArrayBuffer> };
  readonly #printer: PrinterTraits;

  constructor(printer: PrinterTraits) {
    const memory = { bytes: new Uint8Array() };
    super(
      {
        write(data) {
          memory.bytes = Uint8Array.from(data);
        },
      },
      { encoding: 'cp866' },
    );
    this.#memory = memory;
    this.#printer = printer;
  }

  /** Takes what was printed out of it. */
  bytes(): Uint8Array<ArrayBuffer> {
    this.flush();
    return this.#memory.bytes;
  }

  init(): this {
    return this.print(opening(this.#printer));
  }

  override text(content: string): this {
    return this.pureText(content).print(this.#printer.newline);
  }

  override pureText(content: string): this {
    return super.pureText(toPrintable(content));
  }

  /** `ESC E`; the library's own style ends with `ESC 5`, which is no command of Epson's. */
  bold(on: boolean): this {
    return this.print([ESC, 0x45, on ? 1 : 0]);
  }

  override feed(lines: number): this {
    return this.print(this.#printer.newline.repeat(lines));
  }

  override cashdraw(pin: 2 | 5): this {
    return this.print(drawerPulse(pin));
  }

  qrcode(line: QrLine): this {
    return this.print(qrSymbol(line));
  }

  code128(data: string, { width, height }: { readonly width: number; readonly height: number }): this {
    const bytes = new TextEncoder().encode(code128Data(data));
    return this.print([GS, 0x68, height, GS, 0x77, width, GS, 0x48, 2, GS, 0x6b, 73, bytes.length, ...bytes]);
  }
}
