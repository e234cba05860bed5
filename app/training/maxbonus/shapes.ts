/**
 * Shapes of an answer that no document rules out. Loyalty services of the same kind answer in them: a footer as a text, a list or typed
 * lines, fields in a part of the answer, numbers in quotes, lists by their index.
 */
export const SHAPES = [
  'nothing',
  'no-body',
  'text',
  'list',
  'lines-in-one',
  'typed',
  'nested',
  'loose',
  'overdrawn',
] as const;
export type Shape = (typeof SHAPES)[number];

/** Fields that say what a customer has; a service may let it fall below zero. */
const BALANCES = ['total_bonus', 'customer_total_bonus'];

/** The `data` of an answer in another shape; `undefined` for an answer without a body. */
export function shaped(shape: Shape, data: unknown): unknown {
  const fields = fieldsOf(data);
  const text = typeof fields['text'] === 'string' ? fields['text'] : '';
  const { text: _footer, ...rest } = fields;
  switch (shape) {
    case 'nothing':
      return null;
    case 'no-body':
      return undefined;
    case 'text':
      return text;
    case 'list':
      return text.split('\n');
    case 'lines-in-one':
      return { ...rest, lines: text };
    case 'typed':
      return { ...rest, lines: [...text.split('\n').map(typedLine), { type: 'barcode', value: 'BONUS-1' }] };
    case 'nested':
      return { confirmation: data };
    case 'loose':
      return loose(data);
    case 'overdrawn':
      return {
        ...fields,
        ...Object.fromEntries(BALANCES.filter((name) => name in fields).map((name) => [name, -12.5])),
      };
  }
}

/** «Остаток Бонусов : 1.53» in two columns, all else in the middle. */
function typedLine(line: string): object {
  const [left, right] = line.split(' : ');
  return right === undefined ? { type: 'text', text: line, align: 'center' } : { type: 'table', left, right };
}

/** Amounts and flags as texts, ids and phones as numbers where they are digits, lists as objects, empty texts for nothing. */
function loose(value: unknown): unknown {
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && /^[1-9]\d{10}$/.test(value)) return Number(value);
  if (value === null) return '';
  if (Array.isArray(value))
    return Object.fromEntries(value.map((item) => [String(fieldsOf(item)['index']), loose(item)]));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, loose(part)]));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
