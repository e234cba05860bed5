import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BY_SPEED, type Press, testPage } from './fixture.ts';

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

  test.each(['Backspace', 'ArrowLeft', 'F8', 'Delete'])(
    '%s among signs that are no code is heard after them',
    (key) => {
      const till = testPage();
      till.type('46004', 5);
      till.press({ code: key, key }, 5);
      till.enter(5);
      expect(till.page).toMatchObject({ field: '46004', scans: [] });
      expect(till.page.heard.indexOf(key)).toBeGreaterThan(till.page.heard.lastIndexOf('Digit4'));
    },
  );

  test.each(['KeyA', 'KeyV', 'KeyX', 'KeyZ'])('Ctrl+%s edits what a person typed, however fast', (code) => {
    const till = testPage();
    till.type('46004', 5);
    till.press({ code, key: 'ф', ctrlKey: true }, 5);
    expect(till.page.heard.slice(-2)).toEqual([code, `-${code}`]);
    expect(till.page.field).toBe('46004');
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

describe('within a code', () => {
  const FNC1_KEYS: readonly Press[] = [
    ...['F8', 'F1', 'F12', 'F13', 'Insert', 'ArrowRight', 'Home', 'PageUp', 'Escape', 'Backspace', 'Delete'].map(
      (code) => ({
        code,
        key: code,
      }),
    ),
    { code: 'KeyP', key: 'p', ctrlKey: true },
    { code: 'F5', key: 'F5', shiftKey: true },
    { code: 'Delete', key: 'Delete', ctrlKey: true },
  ];
  const named = FNC1_KEYS.map((key) => [`${key.ctrlKey ? 'Ctrl+' : ''}${key.code}`, key] as const);

  test.each(named)('%s in place of GS is heard by nobody, and separates', (_name, key) => {
    for (const focus of ['text', 'secret', 'none'] as const) {
      const till = testPage();
      till.page.focus = focus;
      till.page.field = 'before';
      till.type(']d2010460049400021821kFd3w8?xP1LmZ', (place) => (place === 0 ? 500 : 3));
      till.press(key, 3);
      till.type('93d0Zq', 3);
      till.enter(3);
      till.wait(1000);
      expect(texts(till)).toEqual([']d2010460049400021821kFd3w8?xP1LmZ\u001d93d0Zq']);
      expect(till.page.field).toBe('before');
      expect(till.page.heard).not.toContain(key.code);
      expect(till.page.heard).not.toContain('Enter');
    }
  });

  test('one right after the first sign is heard by nobody either', () => {
    const till = testPage();
    till.type('7', 500);
    till.press({ code: 'F8', key: 'F8' }, 3);
    till.type('700001110055002', 3);
    till.enter(3);
    till.wait(1000);
    expect(texts(till)).toEqual(['7700001110055002']);
    expect(till.page).toMatchObject({ field: '', heard: ['Digit7', '-Digit7'] });
  });

  test('a code of another kind is the same without them', () => {
    for (const text of ['7700001110055002', 'MB-QR-7F3A', 'https://example.org/~01/']) {
      const till = testPage();
      till.type(text.slice(0, 5), (place) => (place === 0 ? 500 : 3));
      till.press({ code: 'F8', key: 'F8' }, 3);
      till.type(text.slice(5), 3);
      till.press({ code: 'Insert', key: 'Insert' }, 3);
      till.enter(3);
      expect(texts(till)).toEqual([text]);
    }
  });

  test('where GS comes as itself too, the other keys are nothing', () => {
    const till = testPage();
    till.type('010460049400021821kFd3w', (place) => (place === 0 ? 500 : 3));
    till.press({ code: 'BracketRight', key: ']', ctrlKey: true }, 3);
    till.press({ code: 'F8', key: 'F8' }, 3);
    till.type('93d0Zq', 3);
    till.enter(3);
    expect(texts(till)).toEqual(['010460049400021821kFd3w\u001d93d0Zq']);
  });

  test('a function key that leads, as FNC1 does, opens nothing', () => {
    const till = testPage();
    till.press({ code: 'F8', key: 'F8' }, 500);
    till.type('010460049400021821kFd3w8?xP1LmZ', 3);
    till.press({ code: 'F8', key: 'F8' }, 3);
    till.type('93d0Zq', 3);
    till.enter(3);
    till.wait(1000);
    expect(texts(till)).toEqual(['\u001d010460049400021821kFd3w8?xP1LmZ\u001d93d0Zq']);
    expect(till.page).toMatchObject({ field: '', heard: [] });
  });

  test('it does what it is for where no code follows', () => {
    const till = testPage();
    till.press({ code: 'F8', key: 'F8' }, 500);
    expect(till.page.heard).toEqual([]);
    till.wait(61);
    expect(till.page.heard).toEqual(['F8']);
    till.press({ code: 'F8', key: 'F8', shiftKey: true }, 500);
    expect(till.page.heard.slice(1)).toEqual(['F8', '-F8']);
    till.press({ code: 'F7', key: 'F7' }, 500);
    till.type('914', 120);
    till.wait(61);
    expect(till.page.heard.filter((key) => !key.startsWith('-')).slice(2)).toEqual([
      'F7',
      'Digit9',
      'Digit1',
      'Digit4',
    ]);
    expect(till.page.field).toBe('914');
  });

  const WITHOUT_NUM_LOCK = [
    'Insert',
    'End',
    'ArrowDown',
    'PageDown',
    'ArrowLeft',
    'Clear',
    'ArrowRight',
    'Home',
    'ArrowUp',
    'PageUp',
  ];
  const onNumberBlock = (digit: string): Press => ({
    code: `Numpad${digit}`,
    key: WITHOUT_NUM_LOCK[Number(digit)] ?? '',
  });

  test('the number block means its digits without Num Lock too, and moves nothing', () => {
    for (const focus of ['text', 'secret'] as const) {
      const till = testPage();
      till.page.focus = focus;
      for (const [place, digit] of [...WATER].entries()) till.press(onNumberBlock(digit), place === 0 ? 500 : 3);
      till.press({ code: 'NumpadEnter', key: 'Enter' }, 3);
      till.wait(1000);
      expect(texts(till)).toEqual([WATER]);
      expect(till.page).toMatchObject({ field: '', heard: [] });
    }
  });

  test('where no field has the keyboard the code comes whole, and nothing is opened or deleted', () => {
    const till = testPage();
    till.page.focus = 'none';
    for (const [place, digit] of [...'0460.0494'].entries()) {
      const key = digit === '.' ? { code: 'NumpadDecimal', key: '\0' } : onNumberBlock(digit);
      till.press(key, place === 0 ? 500 : 3);
    }
    till.enter(3);
    till.wait(1000);
    expect(texts(till)).toEqual(['0460.0494']);
    expect(till.page.heard).toEqual([]);
  });

  test('a person moves by it as before, held down too', () => {
    const till = testPage();
    till.press({ code: 'Numpad8', key: 'ArrowUp' }, 500);
    till.wait(61);
    expect(till.page.heard).toEqual(['Numpad8']);
    till.wait(500);
    till.key({ code: 'Numpad2', key: 'ArrowDown' });
    till.wait(400);
    for (let count = 0; count < 3; count++) {
      till.wait(30);
      till.key({ code: 'Numpad2', key: 'ArrowDown', repeat: true });
    }
    till.key({ code: 'Numpad2', key: 'ArrowDown', down: false });
    expect(till.page.heard.slice(1)).toEqual(['Numpad2', 'Numpad2', 'Numpad2', 'Numpad2', '-Numpad2']);
    expect(till.page.scans).toEqual([]);
  });

  test('whatever keys a person presses, each is heard once, in order', () => {
    const keys = fc.constantFrom<Press>(
      ...FNC1_KEYS,
      onNumberBlock('8'),
      { code: 'Digit4', key: '4' },
      { code: 'KeyF', key: 'а' },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.integer({ min: 62, max: 300 })), { maxLength: 20 }), (presses) => {
        const till = testPage();
        for (const [key, gap] of presses) till.press(key, gap);
        till.wait(1000);
        const heard = till.page.heard.filter((key) => !key.startsWith('-'));
        expect(heard).toEqual(presses.map(([{ code }]) => code));
        expect(till.page.scans).toEqual([]);
      }),
    );
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

  test.each(['F8', 'Insert', 'ArrowLeft', 'Escape'])('within it %s is heard by nobody', (key) => {
    const till = testPage(PREFIXED);
    till.press(prefix, 500);
    till.type('010460049400021821kFd3w8?xP1LmZ', 40);
    till.press({ code: key, key }, 40);
    till.type('93d0Zq', 40);
    till.enter(40);
    till.wait(1000);
    expect(texts(till)).toEqual(['010460049400021821kFd3w8?xP1LmZ\u001d93d0Zq']);
    expect(till.page).toMatchObject({ field: '', heard: [] });
  });

  test('a prefix and an end with nothing between them are no code', () => {
    const till = testPage(PREFIXED);
    till.press(prefix, 500);
    till.enter(2);
    expect(till.page.scans).toEqual([]);
    expect(till.page.heard).toContain('Enter');
  });
});
