import { renameSync, writeFileSync } from 'node:fs';

/** Writes a small file whole or not at all: power may go at any moment. Throws what the system says. */
export function writeWhole(file: string, text: string): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, text, { flush: true });
  renameSync(fresh, file);
}
