import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GS } from './elements.ts';
import { USUAL_SEPARATORS, withSeparators } from './separators.ts';

const WATER = `0104600494000218215iQ"b%k&fR2Wy${GS}93d0Zq`;
const SHOES = `010460049400021821kFd3w8?xP1LmZ${GS}91EE08${GS}92${'aZ9/'.repeat(22)}`;

describe('separators are put back', () => {
  test.each(USUAL_SEPARATORS)('where the scanner sent «%s»', (replacement) => {
    for (const code of [WATER, SHOES]) {
      expect(withSeparators(code.replaceAll(GS, replacement), USUAL_SEPARATORS)).toBe(code);
      expect(withSeparators(replacement + code.replaceAll(GS, replacement), USUAL_SEPARATORS)).toBe(GS + code);
    }
  });

  test('where they were lost without a trace, by the lengths that the kind of goods has', () => {
    const tobacco = `010460049400021821AbC1!2x${GS}8005123456${GS}93aB1z`;
    const milk = `01046004940002182112ab3C${GS}93mIlK`;
    for (const code of [WATER, SHOES, tobacco, milk]) expect(withSeparators(code.replaceAll(GS, ''), [])).toBe(code);
  });
});

test('a code that has its separators keeps them and all its characters', () => {
  const odd = `0104600494000218215~|^]${GS}93d0Zq`;
  expect(withSeparators(odd, USUAL_SEPARATORS)).toBe(odd);
});

test('what is no element string of goods stays as it is', () => {
  for (const text of ['MB~QR|7F', 'https://example.org/~01/', '0104600494000218', '']) {
    expect(withSeparators(text, USUAL_SEPARATORS)).toBe(text);
  }
});

test('putting them back twice is putting them back once', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{0,40}$/), (tail) => {
      const once = withSeparators(`0104600494000218${tail}`, USUAL_SEPARATORS);
      expect(withSeparators(once, USUAL_SEPARATORS)).toBe(once);
    }),
  );
});
