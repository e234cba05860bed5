import fc from 'fast-check';
import type { SlipBlock } from '../app/domain/slip.ts';
import type { Columns } from './slip-line.ts';

/** Whatever may come into printing, for property tests. */

export const anyColumns = fc.constantFrom<Columns>(32, 35, 42, 44, 48);

/** Names as nobody has them: commands of printers, other scripts, no end. */
const HOSTILE = [
  'Клиент \x1bp\x00\x19\xfa',
  '\x1b@',
  '\x1dV\x00',
  '\x10\x04\x01',
  '\x10\x14\x01\x00\x05',
  '\x1d(k\x03\x001Q0',
  '👩‍👩‍👧 Анна 🎉',
  'שלום \u202eمرحبا',
  '\u202e\u2066Анна\u2069',
  'Ж'.repeat(10_000),
  '\x1b'.repeat(10_000),
  '  хлеб   белый  ',
];

/** Words and runs of spaces of every length around the paper's width, with much that is not printable. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(' ', '  ', 'хлеб')))
    .map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom('\x1b', '\x1d', '\x10', '\x04', '\x14', '\n', 'p', '@', 'V', '\0', ' ', 'Ж') }),
  fc.constantFrom(...HOSTILE),
);

/** Data of a code: mostly such as make one. */
const anyData = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('4600494000218', 'https://shop.example/r/{id}', 'Привет', '{C\x05', '{{', '', '4600494000217'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const anyBlock: fc.Arbitrary<SlipBlock> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text: anyText,
      align: fc.constantFrom('left', 'center'),
      bold: fc.boolean(),
      large: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pair' as const), label: anyText, value: anyText, bold: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.constantFrom<SlipBlock>({ kind: 'rule' }, { kind: 'space' }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('qr' as const), data: anyData }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('barcode' as const),
      symbology: fc.constantFrom('code128', 'ean13'),
      data: anyData,
    }),
  },
);

export const anyBlocks: fc.Arbitrary<SlipBlock[]> = fc.array(anyBlock);
