/** One thing on a slip, free of columns and printers; printing/ lays it out and encodes it. */
export type SlipBlock =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly align?: 'left' | 'center';
      readonly bold?: boolean;
      /** Twice as wide and as high. */
      readonly large?: boolean;
      /** Printed by this code table in place of the printer's own: to find out which one has Cyrillic. */
      readonly table?: number;
    }
  | { readonly kind: 'pair'; readonly label: string; readonly value: string; readonly bold?: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
  /** A QR code of the text, in UTF-8. */
  | { readonly kind: 'qr'; readonly data: string }
  /** `code128` takes the characters of ASCII, `ean13` thirteen digits with the check digit. */
  | { readonly kind: 'barcode'; readonly symbology: 'code128' | 'ean13'; readonly data: string };

/** One line that a service has printed: its text as given, or something with a form of its own. */
export type ServiceLine = string | SlipBlock;

/** A slip as a document: what it says, in order, before cutting. */
export type SlipDocument = { readonly blocks: readonly SlipBlock[] };
