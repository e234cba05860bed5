import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { GoodsRuns } from './goods-runs.ts';

let file: string;

beforeEach(() => {
  const dir = mkdtempSync(path.join(tmpdir(), 'goods-runs-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  file = path.join(dir, 'goods-export.json');
});

test('what came of a run is known after a restart', () => {
  const last = { at: 5, taken: 12, problem: { code: 'service-refused', params: { message: 'Нельзя' } } } as const;
  new GoodsRuns(file).keep(last, 3);
  expect(new GoodsRuns(file)).toMatchObject({ last, succeededAt: 3 });
});

test.each(['', '{', '{"version":2}'])('a file of %j tells nothing', (content) => {
  writeFileSync(file, content);
  expect(new GoodsRuns(file)).toMatchObject({ last: null, succeededAt: null });
});
