import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of the test's own, which `cleanUp` removes. */
export function temporaryFolder(cleanUp: (task: () => void) => void): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'test-'));
  cleanUp(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
