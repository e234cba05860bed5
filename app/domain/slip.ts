/** One thing on a slip, free of columns and printers; printing/ lays it out and encodes it. */
export type SlipBlock =
  | { readonly kind: 'text'; readonly text: string; readonly align?: 'left' | 'center'; readonly bold?: boolean }
  | { readonly kind: 'pair'; readonly label: string; readonly value: string; readonly bold?: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' };

/** A slip as a document: what it says, in order, before cutting. */
export type SlipDocument = { readonly blocks: readonly SlipBlock[] };
