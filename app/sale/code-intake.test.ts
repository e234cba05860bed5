import { describe, expect, onTestFinished, test } from 'vitest';
import { GS } from '../domain/codes/elements.ts';
import { withCheckDigit } from '../domain/gtin.ts';
import { kopecks } from '../domain/money.ts';
import { problem } from '../domain/problem.ts';
import { ok } from '../domain/result.ts';
import type { Scan } from '../domain/scan.ts';
import { dmitry, NO_RULES, water } from '../testing/fixtures.ts';
import { answers, openTill, type TestTill } from '../testing/till.ts';

const RULES = {
  ...NO_RULES,
  cards: ['77\\d{14}'],
  weighed: [{ prefix: '21', article: [2, 5], value: [7, 5], unit: 'g', checkDigit: true }],
} as const;
const open = (loyalty = answers()): TestTill => openTill(loyalty, onTestFinished, undefined, RULES);
const scan = (text: string, source: Scan['source'] = 'serial'): Scan => ({ text, source, at: 0 });
const marked = (serial: string): Scan => scan(`010460049400021821${serial}${GS}93d0Zq`);
const lines = ({ desk }: TestTill) => desk.state.sale.lines.map(({ product, quantity }) => [product.code, quantity]);

test('a label of the scales adds its weight, each time as a line of its own', () => {
  const till = open();
  till.desk.scanned(scan(withCheckDigit('210012300350')));
  till.desk.scanned(scan(withCheckDigit('210012300350')));
  expect(lines(till)).toEqual([
    ['00123', 350],
    ['00123', 350],
  ]);
});

test('a marked piece is a line of its own and is taken once', () => {
  const till = open();
  till.desk.scanned(marked('5iQ"b%k&fR2Wy'));
  till.desk.scanned(marked('another-one-1'));
  till.desk.scanned(scan(water.barcode ?? ''));
  till.desk.scanned(marked('5iQ"b%k&fR2Wy'));
  expect(lines(till)).toEqual([
    ['W15', 1000],
    ['W15', 1000],
    ['W15', 1000],
  ]);
  expect(till.desk.state.notice).toMatchObject(problem('mark-already-added'));
});

test('what tells a marked piece from the others is known after a restart, and forgotten with its line', () => {
  const till = open().restart();
  till.desk.scanned(marked('5iQ"b%k&fR2Wy'));
  const again = till.restart();
  again.desk.scanned(marked('5iQ"b%k&fR2Wy'));
  expect(lines(again)).toEqual([['W15', 1000]]);
  again.desk.removeLine(1);
  again.desk.scanned(marked('5iQ"b%k&fR2Wy'));
  expect(lines(again)).toEqual([['W15', 1000]]);
});

test('two bottles scanned one upon the other are two, from whatever scanner', () => {
  const till = open();
  for (const source of ['serial', 'hid', 'wedge'] as const) till.desk.scanned(scan(water.barcode ?? '', source));
  expect(lines(till)).toEqual([['W15', 3000]]);
});

test('a code of another service is told and sent nowhere', () => {
  const asked: unknown[] = [];
  const till = open(
    answers({
      identify: async (key) => {
        asked.push(key);
        return ok(dmitry);
      },
    }),
  );
  till.desk.scanned(scan('https://diia.app/documents/student-id-card/65f0/verify/3f2504e0'));
  expect(till.desk.state.notice).toMatchObject(problem('code-not-used-here', { kind: 'diia' }));
  till.desk.codes.expect('customer');
  till.desk.scanned(scan('https://max.ru/shop_bot?start=1'));
  expect(till.desk.state.notice).toMatchObject(problem('code-not-used-here', { kind: 'max' }));
  expect([asked, till.desk.state.busy]).toEqual([[], null]);
});

test('a code of several meanings is asked about by what a person can read of it', () => {
  const till = open();
  till.desk.scanned(scan(`?${GS}${'x'.repeat(100)}`));
  const { question } = till.desk.state;
  expect(question?.text).toBe(`? ${'x'.repeat(38)}…`);
  expect(question?.options.map(({ kind }) => kind)).toEqual(['customer-code', 'certificate', 'promo']);
});

describe('a typed sum', () => {
  const enter = ({ desk }: TestTill, text: string) => desk.codes.entered(text);
  const sums = ({ desk }: TestTill) => desk.state.sale.lines.map(({ product }) => product.price);

  test('above the usual is taken only after it was said once more', () => {
    const till = open();
    expect(enter(till, '100000,00')).toMatchObject({ ok: true });
    expect(sums(till)).toEqual([100_000_00]);
    expect(enter(till, '100000,01')).toMatchObject({ ok: true });
    const { question } = till.desk.state;
    expect(question?.options.map(({ kind }) => kind)).toEqual(['mistyped', 'large-sum']);
    till.desk.codes.answer(question?.id ?? 0, 0);
    expect(sums(till)).toEqual([100_000_00]);
    enter(till, '100000,01');
    till.desk.codes.answer(till.desk.state.question?.id ?? 0, 1);
    expect(sums(till)).toEqual([100_000_00, 100_000_01]);
  });

  test('that could be a short code too is asked about twice: what it is, and whether it is that much', () => {
    const till = openTill(answers(), onTestFinished);
    enter(till, '482915');
    expect(till.desk.state.question?.options[1]).toMatchObject({ kind: 'amount' });
    till.desk.codes.answer(till.desk.state.question?.id ?? 0, 1);
    expect(till.desk.state.question?.options[1]).toMatchObject({ kind: 'large-sum', amount: 482_915_00 });
    expect(sums(till)).toEqual([]);
  });

  test('beyond the largest is refused with that limit, and so is a markup', () => {
    const till = open();
    const refused = { ok: false, error: problem('amount-too-large', { largest: 1_000_000_00 }) };
    expect(enter(till, '1000000,01')).toEqual(refused);
    expect(till.desk.codes.markUp(kopecks(1_000_000_01))).toEqual(refused);
    till.desk.codes.markUp(kopecks(200_000_00));
    expect(till.desk.state.question?.options[1]).toMatchObject({ kind: 'large-sum', name: 'Наценка' });
  });
});

test('an answer that comes after another, or was never offered, is nothing', () => {
  const till = openTill(answers(), onTestFinished);
  till.desk.codes.entered('5678');
  const id = till.desk.state.question?.id ?? 0;
  expect(till.desk.codes.answer(id, 7)).toEqual({ ok: true });
  expect(till.desk.state.question).not.toBeNull();
  expect(till.desk.codes.answer(id, 1)).toEqual({ ok: true });
  expect(till.desk.codes.answer(id, 1)).toEqual({ ok: true });
  expect(till.desk.codes.dismissQuestion(id)).toEqual({ ok: true });
  expect(till.desk.state.sale.lines).toHaveLength(1);
});

test('an answer of no use is told as one', () => {
  const till = open();
  till.desk.scanned(scan('3535267635434'));
  const { question } = till.desk.state;
  expect(till.desk.codes.answer(question?.id ?? 0, 3)).toEqual({
    ok: false,
    error: problem('code-not-used-here', { kind: 'diia' }),
  });
});

test('marked goods and labels join a receipt while the service is asked about it', async () => {
  let release = () => {};
  const asked = new Promise<void>((resolve) => {
    release = resolve;
  });
  const till = open(answers({ identify: () => asked.then(() => ok(dmitry)) }));
  till.desk.scanned(scan('7700001233377001'));
  till.desk.scanned(marked('5iQ"b%k&fR2Wy'));
  till.desk.scanned(scan(withCheckDigit('210012300350')));
  expect(till.desk.state.busy).toBe('identifying');
  expect(lines(till)).toHaveLength(2);
  release();
  await expect.poll(() => till.desk.state.busy).toBeNull();
});
