import { expect, test } from 'vitest';
import { testView } from '../../../fixture.ts';
import { MENU_NAMES } from '../../../screen.ts';
import { MENUS, offered } from './menus.ts';

test.each(MENU_NAMES)('the menu %s has something to offer, none of it twice, and a digit for each', (menu) => {
  const items = MENUS[menu];
  expect(offered(menu, testView()).length).toBeGreaterThan(0);
  expect(new Set(items).size).toBe(items.length);
  expect(items.length).toBeLessThanOrEqual(9);
});

test('what cannot be done now is not offered', () => {
  const view = testView();
  const { customer } = view.sale;
  expect(offered('other', { ...view, held: [], sale: { ...view.sale, customer: null } })).not.toContain(
    'removeCustomer',
  );
  expect(customer && offered('other', { ...view, sale: { ...view.sale, customer } })).toContain('removeCustomer');
  expect(offered('till', { ...view, shift: null, drawer: false })).toEqual(['openShift']);
  expect(offered('till', { ...view, shift: { number: 1, openedAt: 0 }, drawer: true })).toEqual([
    'printX',
    'closeShift',
    'drawer',
  ]);
});
