import type { Column, Table } from '../file/schema.ts';
import type { Cell, Value } from './record.ts';

/**
 * The table that a row belongs to, told by what it looks like: the pages that say so may be the damaged ones. No two tables
 * look alike (`shape.test.ts` holds the schema to it). `null` for a row of an index, and for one that is no row of ours.
 */
export function tableOf(cell: Cell, tables: readonly Table[]): Table | null {
  return tables.find((table) => fits(cell, table)) ?? null;
}

function fits({ rowNumber, values }: Cell, table: Table): boolean {
  if ((rowNumber !== null) !== table.hasRowNumbers) return false;
  // A row older than a column that was added to its table ends before it.
  const isWhole = values.length >= leastColumns(table) && values.length <= table.columns.length;
  return isWhole && values.every((value, index) => fitsColumn(value, table.columns[index]));
}

function leastColumns({ columns }: Table): number {
  return columns.findLastIndex(({ required }) => required) + 1;
}

function fitsColumn(value: Value, column: Column | undefined): boolean {
  if (column === undefined) return false;
  if (value === null) return column.isRowNumber || !column.required;
  if (column.isRowNumber) return false;
  return typeof value === (column.type === 'TEXT' ? 'string' : 'number');
}
