import { beforeEach, expect, test } from 'vitest';
import type { Scan } from '../../app/domain/scan.ts';
import { ScanTrial } from './scan-trial.ts';

const scan = (text: string, at = 0): Scan => ({ text, source: 'serial', at });

let changes: number;
let trial: ScanTrial;

beforeEach(() => {
  changes = 0;
  trial = new ScanTrial(
    () => [{ kind: 'anonymous' }],
    () => {
      changes += 1;
    },
  );
});

test('nothing is taken from the sale unless somebody tries a scanner', () => {
  expect(trial.takes(scan('4600494000218'))).toBe(false);
  trial.listen(true);
  expect(trial.takes(scan('4600494000218'))).toBe(true);
  trial.listen(false);
  expect(trial.takes(scan('4600494000218'))).toBe(false);
  expect(trial.scans).toBeNull();
});

test('a scan is shown with what came and what it means', () => {
  trial.listen(true);
  trial.takes({ text: '010460\u001d21', aim: 'd2', source: 'hid', at: 5 });
  expect(trial.scans).toEqual([
    { id: 1, text: '010460\u001d21', aim: 'd2', source: 'hid', at: 5, readings: [{ kind: 'anonymous' }] },
  ]);
});

test('the identifier of a scanner that types is split off too', () => {
  trial.listen(true);
  trial.takes({ text: ']E04600494000218', source: 'wedge', at: 0 });
  expect(trial.scans).toMatchObject([{ text: '4600494000218', aim: 'E0' }]);
});

test('the last ten are kept, the newest first', () => {
  trial.listen(true);
  for (let number = 1; number <= 12; number += 1) trial.takes(scan(String(number)));
  expect(trial.scans?.map(({ text }) => text)).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
});

test('whoever shows them is told of every change, and only of changes', () => {
  trial.listen(false);
  trial.listen(true);
  trial.listen(true);
  trial.takes(scan('1'));
  trial.listen(false);
  expect(changes).toBe(3);
});
