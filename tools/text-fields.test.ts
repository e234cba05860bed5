import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const RENDERER = path.join(import.meta.dirname, '../renderer');

test('no field can be typed into without end', () => {
  const files = globSync('**/*.tsx', { cwd: RENDERER });
  const fields = files.flatMap((file) => {
    const source = readFileSync(path.join(RENDERER, file), 'utf8');
    return [...source.matchAll(/<(?:input|textarea)\b[\s\S]*?\/>/g)].map(([tag]) => ({ file, tag }));
  });
  const typed = fields.filter(({ tag }) => !/type="(?:radio|checkbox|submit)"/.test(tag));
  expect(typed.length).toBeGreaterThan(2);
  expect(typed.filter(({ tag }) => !tag.includes('maxLength='))).toEqual([]);
});
