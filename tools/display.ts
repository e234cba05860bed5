import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Refusal } from './terminal.ts';

/** Sees to it that windows can be opened: where there is no screen, on a virtual one that ends with this process. */
export async function display(): Promise<void> {
  const { env } = process;
  if (process.platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY']) return;
  const { name, unref } = await virtualScreen();
  env['DISPLAY'] = name;
  unref();
}

/** A virtual screen (Xvfb), by the name it has as DISPLAY; it ends with this process if it is not closed before. */
export async function virtualScreen(): Promise<{ readonly name: string; unref(): void; close(): void }> {
  // In a process group of its own: the terminal's Ctrl+C must not take the screen from under a program that is closing.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  xvfb.on('error', () => {}); // then nothing is written, see below
  process.once('exit', () => xvfb.kill());
  const told = xvfb.stdio[3];
  // Xvfb writes its number when it is ready, in pieces; a reader gone after the first would be its death.
  const number = told instanceof Readable ? (await text(told).catch(() => '')).trim() : '';
  if (number === '') throw new Refusal('There is no screen, and Xvfb does not start here: set DISPLAY or mend Xvfb.');
  return { name: `:${number}`, unref: () => xvfb.unref(), close: () => void xvfb.kill() };
}
