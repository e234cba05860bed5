/** Bytes of a page: what `file/pragmas.ts` sets before a journal's first page is written. */
export const PAGE_BYTES = 4096;

/** A journal's pages as its last commit left them. */
export type Pages = {
  /** Page numbers run from 1 to this. */
  readonly count: number;
  /** `null` for a page that is not there or that the disk does not give. */
  read(number: number): Buffer | null;
  close(): void;
};
