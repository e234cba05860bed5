import { describe, expect, onTestFinished, test } from 'vitest';
import { GS } from '../domain/codes/elements.ts';
import { withCheckDigit } from '../domain/gtin.ts';
import { kopecks } from '../domain/money.ts';
import { problem } from '../domain/problem.ts';
import { ONE, quantity } from '../domain/quantity.ts';
import { fail, ok } from '../domain/result.ts';
import type { Scan } from '../domain/scan.ts';
import { settle } from '../testing/cashier.ts';
import { bag, cheese, dmitry, NO_RULES, water } from '../testing/fixtures.ts';
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

describe('a quantity that is armed', () => {
  const six = quantity(6000);
  const armed = ({ desk }: TestTill) => desk.state.armed;

  test('is that of the next goods only, and waits behind a customer', async () => {
    const till = open();
    till.desk.codes.arm(six);
    till.desk.scanned(scan('7700001233377001'));
    await settle();
    expect([till.desk.state.sale.customer?.phoneEnding, armed(till)]).toEqual(['3377', 6000]);
    till.desk.scanned(scan(water.barcode ?? ''));
    till.desk.scanned(scan(bag.barcode ?? ''));
    expect(lines(till)).toEqual([
      ['W15', 6000],
      ['BAG', 1000],
    ]);
    expect(armed(till)).toBeNull();
  });

  test('of goods nobody knows is for no others', () => {
    const till = open();
    till.desk.codes.arm(six);
    till.desk.scanned(scan('4607001234500'));
    till.desk.scanned(scan(water.barcode ?? ''));
    expect(lines(till)).toEqual([['W15', 1000]]);
  });

  test('is refused by a label and by a marked piece, whose scan then counts as not sold', () => {
    const till = open();
    till.desk.codes.arm(six);
    till.desk.scanned(scan(withCheckDigit('210012300350')));
    till.desk.codes.arm(six);
    till.desk.scanned(marked('one'));
    till.desk.codes.arm(quantity(500));
    till.desk.scanned(scan(water.barcode ?? ''));
    expect(lines(till)).toEqual([]);
    expect(till.desk.state.unsold.map(({ why }) => why.code)).toEqual([
      'quantity-in-code',
      'quantity-one-by-one',
      'whole-pieces-only',
    ]);
    till.desk.codes.arm(quantity(350));
    till.desk.codes.entered('00123');
    expect(lines(till)).toEqual([['00123', 350]]);
  });

  test('counts a sum, and is asked about with it', () => {
    const till = open();
    till.desk.codes.arm(six);
    till.desk.codes.entered('100,00');
    till.desk.codes.arm(six);
    till.desk.codes.entered('20000,00');
    expect(till.desk.state.question).not.toBeNull();
    till.desk.codes.answer(till.desk.state.question?.id ?? 0, 1);
    expect(till.desk.state.sale.lines.map(({ quantity: of }) => of)).toEqual([6000, 6000]);
  });

  test('ends with the receipt, with a quantity that was changed, and when it is taken back', () => {
    const till = open();
    till.desk.scanned(scan(water.barcode ?? ''));
    for (const end of [
      () => till.desk.newSale(),
      () => till.desk.codes.arm(null),
      () => till.desk.setQuantity(1, ONE),
    ]) {
      till.desk.codes.arm(six);
      end();
      expect(armed(till)).toBeNull();
    }
  });
});

describe('goods that were scanned and not sold', () => {
  const unsold = ({ desk }: TestTill) => desk.state.unsold.map(({ text, times }) => [text, times]);

  test('stay counted, whatever is scanned after them, until they are acknowledged', () => {
    const till = open();
    for (const code of ['4607001234500', water.barcode ?? '', '4607001234517', '4607001234500']) {
      till.desk.scanned(scan(code));
    }
    till.desk.codes.damaged();
    expect(unsold(till)).toEqual([
      ['4607001234517', 1],
      ['4607001234500', 2],
      ['', 1],
    ]);
    till.desk.codes.acknowledgeUnsold();
    expect(unsold(till)).toEqual([]);
  });

  test('are those of their receipt: with it they are put aside and thrown away', () => {
    const till = open();
    till.desk.scanned(scan(water.barcode ?? ''));
    till.desk.scanned(scan('4607001234500'));
    const { id } = till.desk.state.sale;
    till.desk.held.hold();
    till.desk.scanned(scan('4607001234517'));
    till.desk.newSale();
    expect(unsold(till)).toEqual([['4607001234500', 1]]);
    till.desk.held.takeBack(id);
    expect(till.desk.state.sale.id).toBe(till.desk.state.unsold[0]?.receipt);
    till.desk.newSale();
    expect(unsold(till)).toEqual([]);
  });

  test('are no codes of other services, nor what is on the receipt already', () => {
    const till = open();
    till.desk.scanned(marked('one'));
    till.desk.scanned(marked('one'));
    till.desk.scanned(scan('https://max.ru/shop_bot?start=1'));
    expect(unsold(till)).toEqual([]);
  });
});

test('an error is not wiped by the next goods, and what is told of the customer neither', async () => {
  const till = open(answers({ identify: async () => fail({ kind: 'refused', reason: 'not-found', message: '' }) }));
  till.desk.scanned(scan('7700001233377001'));
  await settle();
  till.desk.scanned(scan(water.barcode ?? ''));
  expect(till.desk.state.notice).toMatchObject({ code: 'customer-not-found' });
  till.desk.notify('error', problem('journal-failed', { reason: 'disk' }));
  till.desk.scanned(scan(water.barcode ?? ''));
  till.desk.newSale();
  expect(till.desk.state.notice).toMatchObject({ code: 'journal-failed' });
});

test('a warning stays in its list, seen or not', () => {
  const till = open();
  till.desk.warn(problem('secret-not-kept'));
  till.desk.scanned(scan(water.barcode ?? ''));
  expect(till.desk.state.warnings).toMatchObject([{ code: 'secret-not-kept', seen: false, at: till.clock.now() }]);
  till.desk.acknowledgeWarnings();
  expect(till.desk.state.warnings).toMatchObject([{ code: 'secret-not-kept', seen: true }]);
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

describe('goods whose weight is told by their code, or is not', () => {
  const gtin = `0${cheese.barcode}`;
  const piece = (tail: string): Scan => scan(`01${gtin}215iQ"b%k&fR2Wy${GS}93d0Zq${tail}`);

  test('a weight in a marking code is the weight that is sold, each piece once', () => {
    const till = open();
    till.desk.scanned(piece(`${GS}3103000350`));
    till.desk.scanned(piece(`${GS}3103000350`));
    expect(lines(till)).toEqual([[cheese.code, 350]]);
    expect(till.desk.state.notice).toMatchObject(problem('mark-already-added'));
  });

  test('without one it is asked for: nothing is sold until it is told, and then the piece is known', () => {
    const till = open();
    till.desk.scanned(piece(''));
    expect(lines(till)).toEqual([]);
    expect(till.desk.state.unsold).toMatchObject([{ why: { code: 'weight-needed', params: { text: cheese.name } } }]);
    till.desk.codes.arm(quantity(350));
    till.desk.scanned(piece(''));
    expect(lines(till)).toEqual([[cheese.code, 350]]);
    expect(till.desk.state.unsold).toEqual([]);
    till.desk.codes.arm(quantity(350));
    till.desk.scanned(piece(''));
    expect(lines(till)).toEqual([[cheese.code, 350]]);
    expect(till.desk.state.notice).toMatchObject(problem('mark-already-added'));
  });

  test('goods that the catalogue sells by the piece, with a weight in their code: a person says which', () => {
    const till = open();
    const bottle = scan(`010${water.barcode}3103001250`);
    till.desk.scanned(bottle);
    const { question } = till.desk.state;
    expect(question?.options).toMatchObject([
      { product: { code: water.code, weighed: true }, quantity: 1250 },
      { product: { code: water.code, weighed: false }, quantity: 1000 },
    ]);
    till.desk.codes.answer(question?.id ?? 0, 0);
    till.desk.scanned(bottle);
    till.desk.codes.answer(till.desk.state.question?.id ?? 0, 1);
    expect(lines(till)).toEqual([
      [water.code, 1250],
      [water.code, 1000],
    ]);
  });

  test('where a promo code is meant they are asked about too, and told of only when they are on the receipt', async () => {
    const till = open();
    till.desk.codes.expect('promo');
    till.desk.scanned(scan(`010${water.barcode}3103001250`));
    expect(till.desk.state.question?.options).toHaveLength(2);
    expect(till.desk.state.notice).toBeNull();
    till.desk.codes.dismissQuestion(till.desk.state.question?.id ?? 0);
    expect(await till.desk.codes.promoEntered(`010${water.barcode}3103001250`)).toEqual(ok(undefined));
    expect(till.desk.state.question?.options).toHaveLength(2);
    expect(lines(till)).toEqual([]);
  });

  test('a code of goods without a weight, and without a mark, is asked for too', () => {
    const till = open();
    till.desk.scanned(scan(`01${gtin}10LOT-7`));
    expect(lines(till)).toEqual([]);
    expect(till.desk.state.unsold).toMatchObject([{ why: { code: 'weight-needed' } }]);
    till.desk.codes.arm(quantity(350));
    // Typed or scanned, it is the code that was asked about.
    expect(till.desk.codes.entered(`01${gtin}10LOT-7`)).toEqual(ok(undefined));
    expect(lines(till)).toEqual([[cheese.code, 350]]);
    expect(till.desk.state.unsold).toEqual([]);
  });

  test('a piece in another layout is the piece that it is', () => {
    const till = open();
    till.desk.scanned(scan(`0104600494000218216фИоЙю${GS}93ьШдЛ`));
    till.desk.scanned(scan(`0104600494000218216aBjQ.${GS}93mIlK`));
    expect(lines(till)).toEqual([[water.code, 1000]]);
    expect(till.desk.state.notice).toMatchObject(problem('mark-already-added'));
  });

  test('goods that are refused after the question are not sold, and are told of', () => {
    const till = open();
    till.desk.codes.arm(quantity(3000));
    till.desk.scanned(scan(`0104600494000218216aBjQ.${GS}93mIlK${GS}3103000140`));
    expect(till.desk.codes.answer(till.desk.state.question?.id ?? 0, 1)).toMatchObject({ ok: false });
    expect(till.desk.state.unsold).toMatchObject([{ why: { code: 'quantity-one-by-one' } }]);
  });

  test('a code in brackets is the piece that scanners send', () => {
    const till = open();
    till.desk.scanned(marked('5iQ"b%k&fR2Wy'));
    expect(till.desk.codes.entered('(01)04600494000218(21)5iQ"b%k&fR2Wy(93)d0Zq')).toEqual(
      fail(problem('mark-already-added')),
    );
    expect(lines(till)).toHaveLength(1);
  });
});
