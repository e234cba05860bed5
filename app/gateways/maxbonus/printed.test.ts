import { describe, expect, test } from 'vitest';
import { printedLines } from './printed.ts';

describe('lines with a form of their own', () => {
  test.each([
    [{ type: 'text', text: 'Спасибо' }, ['Спасибо']],
    [{ type: 'text', value: 'Спасибо', align: 'center' }, [{ kind: 'text', text: 'Спасибо', align: 'center' }]],
    [{ type: 'text', text: 'Важно', bold: true }, [{ kind: 'text', text: 'Важно', bold: true }]],
    [{ type: 'text', text: '1,50', align: 'right' }, [{ kind: 'pair', label: '', value: '1,50' }]],
    [{ text: 'два\nряда' }, ['два', 'ряда']],
    [{ type: 'table', left: 'Начислено', right: '1.53' }, [{ kind: 'pair', label: 'Начислено', value: '1.53' }]],
    [{ left: 'Начислено', right: 1.53 }, [{ kind: 'pair', label: 'Начислено', value: '1.53' }]],
    [{ left: 'Итог' }, [{ kind: 'pair', label: 'Итог', value: '' }]],
    [{ label: 'Остаток', value: '5' }, [{ kind: 'pair', label: 'Остаток', value: '5' }]],
    [
      {
        type: 'table',
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      [
        { kind: 'pair', label: 'a', value: 'b' },
        { kind: 'pair', label: 'c', value: 'd' },
      ],
    ],
    [{ type: 'table', cells: [{ text: 'a' }, { text: 'b' }] }, [{ kind: 'pair', label: 'a', value: 'b' }]],
    [['Клиент', '***2249'], [{ kind: 'pair', label: 'Клиент', value: '***2249' }]],
    [
      { type: 'barcode', value: '4600494000218', format: 'EAN13' },
      [{ kind: 'barcode', symbology: 'ean13', data: '4600494000218' }],
    ],
    [
      { type: 'barcode', value: '4600494000219', format: 'EAN13' },
      [{ kind: 'barcode', symbology: 'code128', data: '4600494000219' }],
    ],
    [{ type: 'barcode', data: 'AB-12' }, [{ kind: 'barcode', symbology: 'code128', data: 'AB-12' }]],
    [{ type: 'barcode', data: 'Ы' }, ['Ы']],
    [{ type: 'qrcode', data: 'https://bot.example/\u001b' }, [{ kind: 'qr', data: 'https://bot.example/ ' }]],
    [{ type: 'line' }, [{ kind: 'rule' }]],
    ['Спасибо\u001bm', ['Спасибо m']],
    [{ left: 'Клиент', right: '+7 914 123-22-49' }, [{ kind: 'pair', label: 'Клиент', value: '***2249' }]],
  ])('%j', (line, expected) => {
    expect(printedLines({ lines: [line] })).toEqual(expected);
    expect(printedLines([line])).toEqual(expected);
  });

  test('what is no line is left out', () => {
    expect(printedLines([null, true, {}, { code: '1', qty: 2 }, { type: 'cut' }, 'Спасибо'])).toEqual(['Спасибо']);
  });

  test('a space is one between two lines, and none at an end', () => {
    expect(printedLines([{ type: 'space' }, 'a', { type: 'space' }, 'b', ''])).toEqual(['a', '', 'b']);
  });
});

test('an answer nested without end does no harm', () => {
  const list = JSON.parse(`{"lines":${'['.repeat(5_000)}"x"${']'.repeat(5_000)}}`);
  const parts = JSON.parse(`${'{"lines":'.repeat(5_000)}"x"${'}'.repeat(5_000)}`);
  const rows = JSON.parse(`{"lines":[${'{"rows":['.repeat(20_000)}"x"${']}'.repeat(20_000)}]}`);
  expect([list, parts, rows].map(printedLines)).toEqual([[], [], []]);
  expect(printedLines({ lines: [{ rows: ['a', { rows: ['b'] }] }] })).toEqual(['a', 'b']);
});
