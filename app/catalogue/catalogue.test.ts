import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../journal/file/migrate.ts';
import { lard, water } from '../testing/fixtures.ts';
import { catalogue } from './catalogue.ts';

test('goods stand there with their groups until others replace all of them', () => {
  const db = new Database(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db);
  const goods = catalogue(db);
  const drinks = { code: '01', name: 'Напитки', parent: null };
  goods.replace({ groups: [drinks], items: [{ ...water, group: '01' }] });
  expect([goods.byCode(water.code), goods.after('', 9)]).toEqual([water, [{ ...water, group: '01' }]]);
  expect([goods.groups(), goods.count()]).toEqual([[drinks], { goods: 1, groups: 1 }]);
  goods.replace({ groups: [], items: [{ ...lard, group: null }] });
  expect([goods.byCode(water.code), goods.after('', 9), goods.groups()]).toEqual([
    null,
    [{ ...lard, group: null }],
    [],
  ]);
});
