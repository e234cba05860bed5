import { expect, test } from 'vitest';
import { BY_SPEED, testPage } from './fixture.ts';

const WATER = '4600494000218';

test('without a scanner that types every key goes its way', () => {
  const till = testPage(null);
  till.type(WATER, 2);
  till.enter(2);
  expect(till.page).toMatchObject({ field: WATER, scans: [] });
});

test('keys that the page makes itself are no scanner’s', () => {
  const till = testPage();
  for (const sign of WATER) till.key({ code: `Digit${sign}`, key: sign, isTrusted: false });
  expect(till.page).toMatchObject({ field: WATER, scans: [] });
});

test('the time of a code is that of its last key', () => {
  const till = testPage();
  till.page.now = 5000;
  till.type(WATER, 2);
  till.enter(2);
  expect(till.page.scans).toEqual([{ text: WATER, at: 5000 + 14 * 2 }]);
});

test('what is typed while the page still opens is in its field: before it has settings, and before it has the keyboard', () => {
  const till = testPage(null);
  till.key({ code: 'Digit4', key: '4' });
  till.page.settings = BY_SPEED;
  till.key({ code: 'Digit4', key: '4', down: false });
  till.page.focus = 'none';
  till.press({ code: 'Digit6', key: '6' }, 120);
  till.page.focus = 'text';
  till.type('00', 120);
  till.wait(61);
  expect(till.page).toMatchObject({ field: '4600', scans: [] });
});

test('what was held when the scanner was taken away is put back', () => {
  const till = testPage();
  till.type('482915', 5);
  till.page.settings = null;
  till.type('7', 5);
  expect(till.page.field).toBe('4829157');
});

test('new settings count from the next key on', () => {
  const till = testPage();
  till.page.settings = { ...BY_SPEED, suffix: 'Tab' };
  till.type(WATER, 2);
  till.press({ code: 'Tab', key: 'Tab' }, 2);
  expect(till.page.scans).toHaveLength(1);
});

test('while the page was held up a person typed no code: the keys’ own times count', () => {
  const till = testPage();
  let timeStamp = 0;
  till.page.now = 2000;
  for (const sign of WATER) {
    timeStamp += 120;
    till.key({ code: `Digit${sign}`, key: sign, timeStamp });
  }
  till.key({ code: 'Enter', key: 'Enter', timeStamp: timeStamp + 120 });
  expect(till.page).toMatchObject({ field: WATER, scans: [] });
});

test('a code whose second half is heard late is still one', () => {
  const till = testPage();
  till.type(WATER.slice(0, 6), 5);
  let timeStamp = till.page.now;
  // The page was busy: the timer is heard before the keys that came meanwhile.
  till.holdUp(400);
  for (const sign of WATER.slice(6)) {
    timeStamp += 5;
    till.key({ code: `Digit${sign}`, key: sign, timeStamp });
  }
  till.key({ code: 'Enter', key: 'Enter', timeStamp: timeStamp + 5 });
  expect(till.page).toMatchObject({ field: '', scans: [{ text: WATER }] });
});

test('one whose second half never comes is put back, held up or not', () => {
  const till = testPage();
  till.type('482915', 5);
  till.holdUp(400);
  till.wait(61);
  expect(till.page).toMatchObject({ field: '482915', scans: [] });
});
