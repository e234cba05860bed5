import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Refusal } from './terminal.ts';

/** Sees to it that windows can be opened: where there is no screen, on a virtual one that ends with this process. */
export async function display(): Promise<void> {
  if (!isWithoutScreen()) return;
  const { name, unref } = await virtualScreen();
  process.env['DISPLAY'] = name;
  unref();
}

/**
 * Screens for end-to-end tests that run side by side, `count` of them: two windows on one screen would take the focus from each other.
 * Their names stand in E2E_DISPLAYS, separated by commas. On a desktop all tests share its one screen and run one after the other.
 */
export async function displays(count: number): Promise<void> {
  if (!isWithoutScreen()) return;
  const screens = await Promise.all(Array.from({ length: count }, virtualScreen));
  for (const { unref } of screens) unref();
  const names = screens.map(({ name }) => name);
  process.env['E2E_DISPLAYS'] = names.join(',');
  process.env['DISPLAY'] = names[0];
}

function isWithoutScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
}

/** A virtual screen (Xvfb), by the name it has as DISPLAY; it ends with this process if it is not closed before. */
export async function virtualScreen(): Promise<{ readonly name: string; unref(): void; close(): void }> {
  // In a process group of its own: the terminal's Ctrl+C must not take the screen from under a program that is closing.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  xvfb.on('error', () => {}); // then nothing is written, see below
  const end = () => void xvfb.kill();
  process.once('exit', end);
  xvfb.once('exit', () => process.off('exit', end));
  const told = xvfb.stdio[3];
  // Xvfb writes its number when it is ready, in pieces; a reader gone after the first would be its death.
  const number = told instanceof Readable ? (await text(told).catch(() => '')).trim() : '';
  if (number === '') throw new Refusal('There is no screen, and Xvfb does not start here: set DISPLAY or mend Xvfb.');
  return { name: `:${number}`, unref: () => xvfb.unref(), close: end };
}
