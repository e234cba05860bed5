import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FILES = path.join(import.meta.dirname, '../{renderer/text/ru/*,printing/text/ru}.ts');

/** All that the interface and the slips say in Russian, as it stands in the sources: the guides may quote nothing else. */
export const interfaceWords: string = globSync(FILES)
  .toSorted()
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
