import { expect, test, vi } from 'vitest';
import type { InterfaceSize } from '../app/domain/interface-size.ts';
import { WindowSize } from './window-size.ts';

function memory(size: InterfaceSize | null = null) {
  const kept = { size, keep: vi.fn((change: { size?: InterfaceSize | null }) => Object.assign(kept, change)) };
  return kept;
}

test('the size is the one of the profile until somebody changes it, and comes back with Ctrl+0', () => {
  const kept = memory();
  const size = new WindowSize({ size: 115, kiosk: false }, kept);
  expect(size.view()).toEqual({ size: 115, kiosk: false });
  size.step('larger');
  expect([size.view().size, kept.size]).toEqual([130, 130]);
  size.step('usual');
  expect([size.view().size, kept.size]).toEqual([115, null]);
});

test('what was chosen at the till outlives a restart; stepping back to the size of the profile forgets it', () => {
  const kept = memory(130);
  const size = new WindowSize({ size: 115, kiosk: true }, kept);
  expect(size.view()).toEqual({ size: 130, kiosk: true });
  size.step('smaller');
  expect(kept.size).toBeNull();
});

test('at the largest size nothing more is written', () => {
  const kept = memory(150);
  new WindowSize({ size: 100, kiosk: false }, kept).step('larger');
  expect(kept.keep).not.toHaveBeenCalled();
});
