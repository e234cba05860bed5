import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BY_SPEED, testPage } from './fixture.ts';

const WATER = '4600494000218';
const PREFIXED = { ...BY_SPEED, prefix: 'F13' };
const texts = (page: ReturnType<typeof testPage>): string[] => page.page.scans.map(({ text }) => text);

/** What codes are made of; none begins with a blank. */
const code = fc.stringMatching(/^[!-~][ -~]{5,40}$/);

describe('told by speed', () => {
  test('a code arrives whole and in Latin letters, and the field is as before', () => {
    fc.assert(
      fc.property(
        code,
        fc.array(fc.integer({ min: 0, max: 13 })),
        fc.stringMatching(/^[а-я0-9]{0,9}$/),
        (text, gaps, before) => {
          const till = testPage();
          till.page.field = before;
          till.page.now = 1000;
          till.type(text, (place) => gaps[place] ?? 5, 'ru');
          till.enter(13);
          till.wait(1000);
          expect(till.page).toMatchObject({ field: before, scans: [{ text, at: expect.any(Number) }] });
          expect(till.page.heard).not.toContain('Enter');
          expect(till.page.heard).not.toContain('-Enter');
        },
      ),
    );
  });

  test('a few keys that come late do not break it up', () => {
    const till = testPage();
    till.type(WATER, (place) => (place % 5 === 4 ? 55 : 3));
    till.enter(50);
    expect(texts(till)).toEqual([WATER]);
  });

  test('a person types as if nobody listened', () => {
    fc.assert(
      fc.property(code, fc.array(fc.integer({ min: 61, max: 400 })), (text, gaps) => {
        const till = testPage();
        till.type(text, (place) => gaps[place] ?? 120, 'ru');
        till.enter(120);
        expect(till.page.scans).toEqual([]);
        expect(till.page.heard.filter((key) => !key.startsWith('-'))).toHaveLength(text.length + 1);
        expect(till.page.field).toHaveLength(text.length);
      }),
    );
  });

  test('whatever is typed is in the field or in a code: nothing is lost, doubled or put elsewhere', () => {
    const stroke = fc.record({
      sign: fc.stringMatching(/^[a-f0-9*]$/),
      gap: fc.oneof(fc.constantFrom(0, 2, 5, 15, 19), fc.integer({ min: 0, max: 160 })),
      enter: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 60 }), fc.constantFrom('text', 'secret'), (strokes, focus) => {
        const till = testPage();
        till.page.focus = focus;
        let expected = '';
        for (const { sign, gap, enter } of strokes) {
          const before = till.page.scans.length;
          if (enter) till.enter(gap);
          else till.type(sign, gap);
          if (!enter) expected += sign;
          const scan = till.page.scans.slice(before)[0];
          if (!scan) continue;
          expect(expected.endsWith(scan.text)).toBe(true);
          expected = expected.slice(0, -scan.text.length);
          expect(till.page.field).toBe(expected);
        }
        till.wait(1000);
        expect(till.page.field).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('signs typed fast without an end come into the field after all', () => {
    const till = testPage();
    till.type('482915', 10);
    expect(till.page.field).toBe('482');
    till.wait(61);
    expect(till.page).toMatchObject({ field: '482915', scans: [] });
  });

  test('what is too short is a person’s, and Enter with it', () => {
    const till = testPage();
    till.type('12345', 5);
    till.enter(5);
    expect(till.page).toMatchObject({ field: '12345', scans: [] });
    expect(till.page.heard.slice(-2)).toEqual(['Enter', '-Enter']);
  });

  test('an end that comes late is a person’s', () => {
    const till = testPage();
    till.type(WATER, 5);
    till.wait(61);
    till.enter(40);
    expect(till.page).toMatchObject({ field: WATER, scans: [] });
  });

  test.each(['Backspace', 'ArrowLeft', 'F8', 'Delete'])('%s among the signs says that a person types', (key) => {
    const till = testPage();
    till.type('46004', 5);
    till.press({ code: key, key }, 5);
    till.enter(5);
    expect(till.page).toMatchObject({ field: '46004', scans: [] });
    expect(till.page.heard.indexOf(key)).toBeGreaterThan(till.page.heard.lastIndexOf('Digit4'));
  });

  test('a key held down is a person’s', () => {
    const till = testPage();
    for (let count = 0; count < 20; count++) {
      till.page.now += 15;
      till.key({ code: 'Digit5', key: '5', repeat: count > 0 });
    }
    till.enter(15);
    expect(till.page).toMatchObject({ field: '5'.repeat(20), scans: [] });
  });

  test('an input method at work is let alone', () => {
    const till = testPage();
    for (const sign of WATER) till.press({ code: `Digit${sign}`, key: sign, isComposing: true }, 3);
    till.enter(3);
    expect(till.page.scans).toEqual([]);
  });

  test('two codes one upon the other are two', () => {
    const till = testPage();
    for (const text of [WATER, 'MB-QR-7F3A', WATER]) {
      till.type(text, 1);
      till.enter(1);
    }
    expect(texts(till)).toEqual([WATER, 'MB-QR-7F3A', WATER]);
    expect(till.page.field).toBe('');
  });

  test('CR and LF end one code, not two', () => {
    const till = testPage();
    till.type(WATER, 2);
    till.enter(2);
    till.enter(2);
    expect(texts(till)).toEqual([WATER]);
    expect(till.page.heard).not.toContain('Enter');
  });

  test('GS comes with Ctrl or by its number, and what frames a code is no part of it', () => {
    const till = testPage();
    const ctrl = { ctrlKey: true, key: '' };
    till.press({ code: 'BracketRight', ...ctrl }, 100);
    till.type('0104600494000218', 2);
    till.press({ code: 'BracketRight', ...ctrl }, 2);
    till.type('93', 2);
    till.press({ code: 'AltLeft', key: 'Alt' }, 2);
    till.page.now += 2;
    till.key({ code: 'AltLeft', key: 'Alt', altKey: true });
    for (const digit of '029') till.press({ code: `Numpad${digit}`, altKey: true }, 2);
    till.page.now += 2;
    till.key({ code: 'AltLeft', key: 'Alt', down: false });
    till.type('91', 2);
    till.press({ code: 'KeyC', ...ctrl }, 2);
    till.press({ code: 'KeyM', ...ctrl }, 2);
    expect(texts(till)).toEqual(['\u001d0104600494000218\u001d93\u001d91']);
  });

  test('a scanner that types every sign by its number is understood', () => {
    const till = testPage();
    till.page.now = 1000;
    for (const sign of 'MB-QR-7F3A') {
      till.page.now += 3;
      till.key({ code: 'AltLeft', key: 'Alt', altKey: true });
      for (const digit of String(sign.charCodeAt(0)).padStart(3, '0')) {
        till.press({ code: `Numpad${digit}`, altKey: true }, 3);
      }
      till.page.now += 3;
      till.key({ code: 'AltLeft', key: 'Alt', down: false });
      till.page.field += sign;
    }
    till.enter(3);
    expect(till.page).toMatchObject({ field: '', scans: [{ text: 'MB-QR-7F3A' }] });
  });

  test('a shortcut keeps its meaning', () => {
    const till = testPage();
    till.page.focus = 'none';
    till.press({ code: 'KeyC', key: 'c', ctrlKey: true }, 5);
    till.press({ code: 'F7', key: 'F7', ctrlKey: true, shiftKey: true }, 5);
    till.press({ code: 'Space', key: ' ' }, 5);
    expect(till.page.heard.filter((key) => !key.startsWith('-'))).toEqual(['KeyC', 'F7', 'Space']);
  });

  test('no sign of a code reaches a page without a field; one that a person types comes a moment later', () => {
    const till = testPage();
    till.page.focus = 'none';
    till.type(WATER, 5);
    till.enter(5);
    till.wait(1000);
    expect(till.page).toMatchObject({ heard: [], scans: [{ text: WATER }] });
    till.type('2', 500);
    expect(till.page.heard).toEqual([]);
    till.wait(61);
    expect(till.page.heard).toEqual(['Digit2']);
  });

  test('what may be a PIN is never taken for a code, however fast it comes; a longer code is', () => {
    const till = testPage();
    till.page.focus = 'secret';
    till.type('12345678', 5);
    till.enter(5);
    expect(till.page).toMatchObject({ field: '12345678', scans: [] });
    till.type(WATER, (place) => (place === 0 ? 500 : 5));
    till.enter(5);
    expect(till.page).toMatchObject({ field: '12345678', scans: [{ text: WATER }] });
  });

  test('with Tab as the end Enter is none', () => {
    const till = testPage({ ...BY_SPEED, suffix: 'Tab' });
    till.type(WATER, 3);
    till.enter(3);
    expect(till.page.scans).toEqual([]);
    till.type(WATER, (place) => (place === 0 ? 500 : 3));
    till.press({ code: 'Tab', key: 'Tab' }, 3);
    expect(texts(till)).toEqual([WATER]);
  });

  test('a flood without an end is held only so long', () => {
    const till = testPage();
    till.type('1'.repeat(5000), 1);
    till.wait(61);
    expect(till.page).toMatchObject({ field: '1'.repeat(5000), scans: [] });
  });
});

describe('told by a prefix', () => {
  const prefix = { code: 'F13', key: 'F13' };

  test('a code arrives whole however slow or short, and nothing of it reaches the page', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,40}$/), fc.integer({ min: 0, max: 100 }), (text, gap) => {
        const till = testPage(PREFIXED);
        till.page.field = 'before';
        till.press(prefix, 500);
        till.type(text, gap, 'ru');
        till.enter(gap);
        till.wait(1000);
        expect(till.page).toMatchObject({ field: 'before', heard: [], scans: [{ text }] });
      }),
    );
  });

  test('without it speed says nothing', () => {
    const till = testPage(PREFIXED);
    till.type(WATER, 2);
    till.enter(2);
    expect(till.page).toMatchObject({ field: WATER, scans: [] });
  });

  test('half a code is dropped: nobody presses such a key by hand', () => {
    const till = testPage(PREFIXED);
    till.press(prefix, 500);
    till.type('46004', 5);
    till.wait(501);
    till.type('ab', 120);
    expect(till.page).toMatchObject({ field: 'ab', scans: [] });
  });

  test('a sign as prefix is put back when it was a person’s', () => {
    const till = testPage({ ...PREFIXED, prefix: '~' });
    till.type('~', 500);
    expect(till.page.field).toBe('');
    till.wait(101);
    till.type('x', 20);
    expect(till.page).toMatchObject({ field: '~x', scans: [] });
    till.type(`~${WATER}`, (place) => (place === 0 ? 500 : 5));
    till.enter(5);
    expect(texts(till)).toEqual([WATER]);
  });

  test('the bracket that begins a symbology identifier stays with the code', () => {
    const till = testPage({ ...PREFIXED, prefix: ']' });
    till.type(`]E0${WATER}`, 2, 'ru');
    till.enter(2);
    expect(texts(till)).toEqual([`]E0${WATER}`]);
  });

  test('STX as prefix comes with Ctrl', () => {
    const till = testPage({ ...PREFIXED, prefix: '\u0002' });
    till.press({ code: 'KeyB', ctrlKey: true }, 500);
    till.type(WATER, 2);
    till.enter(2);
    expect(texts(till)).toEqual([WATER]);
  });

  test('a prefix and an end with nothing between them are no code', () => {
    const till = testPage(PREFIXED);
    till.press(prefix, 500);
    till.enter(2);
    expect(till.page.scans).toEqual([]);
    expect(till.page.heard).toContain('Enter');
  });
});
