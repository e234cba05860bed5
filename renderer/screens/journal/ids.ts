export const SEARCH_ID = 'journal-search';
export const RECEIPTS_ID = 'journal-receipts';
export const DETAILS_ID = 'journal-details';

export function receiptRowId(row: number): string {
  return `journal-row-${row}`;
}
