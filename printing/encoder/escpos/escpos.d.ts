/** What we use of escpos 2.5.2, which brings no types. */

declare module 'escpos/printer.js' {
  import type Image from 'escpos/image.js';

  type Device = { write(data: Buffer, written?: () => void): void };

  class Printer {
    constructor(device: Device, options?: { encoding?: string });
    /** Writes a string, or bytes, as they are. */
    print(content: string | readonly number[]): this;
    text(content: string, encoding?: string): this;
    pureText(content: string, encoding?: string): this;
    feed(lines: number): this;
    align(align: 'lt' | 'ct' | 'rt'): this;
    size(width: number, height: number): this;
    barcode(code: string, type: 'EAN13', options: { width: number; height: number; position: 'blw' }): this;
    raster(image: Image, mode: 'normal'): this;
    cashdraw(pin: 2 | 5): this;
    flush(): this;
  }
  export = Printer;
}

declare module 'escpos/image.js' {
  class Image {
    /** `shape`: width, height and channels; `data`: red, green, blue and opacity of each pixel. */
    constructor(pixels: { readonly shape: readonly [number, number, number]; readonly data: Uint8Array });
  }
  export = Image;
}
