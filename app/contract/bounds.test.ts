import { expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from './commands.ts';

/** Where a schema lets a text, a list or a record of any length pass. */
function unbounded(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((one, place) => unbounded(one, `${path}/${place}`));
  const { type, maxLength, maxItems, format, additionalProperties, ...rest } = z
    .looseObject({
      type: z.unknown(),
      maxLength: z.unknown(),
      maxItems: z.unknown(),
      format: z.unknown(),
      additionalProperties: z.unknown(),
    })
    .partial()
    .parse(schema);
  const isText = type === 'string' && !('enum' in rest) && !('const' in rest) && !isBounded(rest);
  const found =
    (isText && maxLength === undefined && format !== 'date') ||
    (type === 'array' && maxItems === undefined) ||
    (typeof additionalProperties === 'object' && additionalProperties !== null);
  return [
    ...(found ? [path] : []),
    ...Object.entries(rest).flatMap(([key, part]) => unbounded(part, `${path}/${key}`)),
  ];
}

/** A pattern from the first sign to the last without a repetition that has no end. */
function isBounded({ pattern }: { readonly pattern?: unknown }): boolean {
  return typeof pattern === 'string' && /^\^.*\$$/.test(pattern) && !/[*+]|,\}/.test(pattern);
}

test('every text and list that a command takes has an upper bound', () => {
  const found = Object.entries(commands).flatMap(([name, { input }]) =>
    unbounded(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }), name),
  );
  expect(found).toEqual([]);
});
