import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of its own below a folder, as far as this system lets one be mounted: for that one has to be root. */
export type SmallDisk = {
  /** Leaves no room but for so many bytes. */
  fill(left: number): void;
  free(): void;
  /** From now on nothing can be written; nothing may be open for writing. */
  makeReadOnly(): void;
  remove(): void;
};

export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder);
  const ballast = path.join(folder, 'ballast');
  return {
    fill(left) {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    },
    free: () => rmSync(ballast, { force: true }),
    makeReadOnly: () => mount('-o', 'remount,ro', folder),
    remove: () => execFileSync('umount', ['-l', folder]),
  };
}

/** False where nobody may mount anything: tests on small disks have nothing to stand on there. */
export const CAN_MOUNT = ((): boolean => {
  const folder = mkdtempSync(path.join(tmpdir(), 'disk-'));
  try {
    mountSmallDisk(folder, 1).remove();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

function mount(...args: readonly string[]): void {
  execFileSync('mount', [...args], { stdio: 'ignore' });
}
