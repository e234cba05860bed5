import type { Rectangle } from 'electron';
import { z } from 'zod';

const length = z.int().min(1).max(100_000);
const coordinate = z.int().min(-100_000).max(100_000);
const rectangle = z.object({ x: coordinate, y: coordinate, width: length, height: length });

/** Where the window stood: `shown` is all that it took, `normal` what it takes when it is not maximised. */
export const windowPlace = z.object({ shown: rectangle, normal: rectangle, maximised: z.boolean() });

export type WindowPlace = z.output<typeof windowPlace>;

/** What of a monitor a window may take, and the whole of it. */
export type Monitor = { readonly workArea: Rectangle; readonly bounds: Rectangle };

/** Where the window goes: on which monitor, within which bounds, and whether it takes all of the work area. */
export type Placing = { readonly monitor: Monitor; readonly normal: Rectangle; readonly maximised: boolean };

const USUAL = { width: 1366, height: 768 };

/** Less of a window than this on a monitor is nothing that could be found and moved back. */
const FINDABLE = { width: 200, height: 100 };

/**
 * Where a window opens that stood at `before`: there again as far as the monitors are still there, else in the middle of the first
 * one. Never larger than its monitor, and maximised unless somebody made it smaller.
 * @param monitors those there are now, the primary one first; at least one
 */
export function placeWindow(before: WindowPlace | null, monitors: readonly [Monitor, ...Monitor[]]): Placing {
  const [primary] = monitors;
  const monitor = before && monitorOf(before.shown, monitors);
  if (!monitor) return { monitor: primary, normal: inTheMiddle(primary.workArea), maximised: true };
  const normal = shared(before.normal, monitor.workArea) ? before.normal : inTheMiddle(monitor.workArea);
  return { monitor, normal: within(normal, monitor.workArea), maximised: before.maximised };
}

/** The monitor with most of it; `undefined` when none has enough. */
function monitorOf(window: Rectangle, monitors: readonly Monitor[]): Monitor | undefined {
  return monitors
    .filter(({ workArea }) => shared(window, workArea))
    .toSorted((one, other) => areaOf(window, other.workArea) - areaOf(window, one.workArea))[0];
}

/** True when enough of the window is on it to be found there. */
function shared(window: Rectangle, area: Rectangle): boolean {
  const { width, height } = overlap(window, area);
  return width >= Math.min(FINDABLE.width, window.width) && height >= Math.min(FINDABLE.height, window.height);
}

function areaOf(window: Rectangle, area: Rectangle): number {
  const { width, height } = overlap(window, area);
  return width * height;
}

function overlap(one: Rectangle, other: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)),
    height: Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)),
  };
}

function inTheMiddle(area: Rectangle): Rectangle {
  const width = Math.min(USUAL.width, area.width);
  const height = Math.min(USUAL.height, area.height);
  const x = area.x + Math.floor((area.width - width) / 2);
  const y = area.y + Math.floor((area.height - height) / 2);
  return { x, y, width, height };
}

/** Moved, and made smaller where it has to be, until all of it is in the area. */
function within(window: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(window.width, area.width);
  const height = Math.min(window.height, area.height);
  const x = Math.max(area.x, Math.min(window.x, area.x + area.width - width));
  const y = Math.max(area.y, Math.min(window.y, area.y + area.height - height));
  return { x, y, width, height };
}
