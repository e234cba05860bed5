/** Elements that keys and other elements refer to. */
export const FIELD_ID = 'sale-field';
export const REDEMPTION_ID = 'sale-redemption';
export const LINES_ID = 'sale-lines';

export function rowId(index: number): string {
  return `sale-line-${index}`;
}
