import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Comparison, compare } from './comparison.ts';
import { openBareScreen, openProgramScreen, type Screen } from './screens.ts';
import { inTurn, type Series, series } from './series.ts';

const ROUNDS = 200;
const WARM_UPS = 5;
const LONG_LINES = 1_000;
/** A short receipt is begun anew after so many lines. */
const SHORT_LINES = 20;
const GOAL = 'p99 ≤ 33 ms';

/**
 * From the last byte of a code at the port until its line is painted, against the least that Electron can do with the same bytes; on a
 * short receipt and on one of a thousand lines.
 */
export async function scan(): Promise<readonly Comparison[]> {
  const codes = Array.from({ length: LONG_LINES + WARM_UPS + ROUNDS }, (_, place) => codeOf(place));
  const bareData = await mkdtemp(join(tmpdir(), 'bare-'));
  const bare = await openBareScreen(bareData);
  const [short, long] = [await openProgramScreen(codes), await openProgramScreen(codes)];
  try {
    await long.fill(codes.slice(0, LONG_LINES));
    const baseline = scansOnShort(bare);
    const onShort = scansOnShort(short);
    const onLong = series((round) => long.scan(codeOf(LONG_LINES + round)));
    await inTurn([onShort, baseline, onLong], ROUNDS, WARM_UPS);
    return [
      compare(
        { name: 'scan', what: 'last byte → line painted / bare IPC and paint', goal: GOAL },
        onShort.samples,
        baseline.samples,
      ),
      compare(
        { name: 'scan-long', what: `the same on a receipt of ${LONG_LINES} lines`, goal: GOAL },
        onLong.samples,
        baseline.samples,
      ),
      compare(
        { name: 'scan-flat', what: `${LONG_LINES} lines / short receipt`, goal: null },
        onLong.samples,
        onShort.samples,
      ),
    ];
  } finally {
    for (const screen of [bare, short, long]) await screen.close();
    await rm(bareData, { recursive: true });
  }
}

function codeOf(place: number): string {
  return String(4_600_000_000_000 + place);
}

function scansOnShort(screen: Screen): Series<number> {
  return series(async (round) => {
    const place = round % SHORT_LINES;
    if (place === 0) await screen.clear();
    return screen.scan(codeOf(place));
  });
}
