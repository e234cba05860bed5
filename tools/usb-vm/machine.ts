import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ended, quietly } from '../processes.ts';
import { step } from '../terminal.ts';
import { makeInitrd } from './initrd.ts';
import { debianKernel } from './kernel.ts';

/** A run that takes longer hangs, s. */
const LONGEST_RUN = 170;

/**
 * Runs a command in a virtual machine with USB ports that software devices can be plugged into. It sees this machine's files, read-only,
 * and `share` as /mnt, which it can write to. Emulated in software: a machine without virtualization can run it.
 * @returns how the machine ended, with all that it wrote to its console
 */
export async function runInMachine(root: string, share: string, command: string): Promise<Ended> {
  const kernel = await debianKernel();
  const initrd = join(root, 'out', 'usb-vm', 'initrd.gz');
  await rm(share, { recursive: true, force: true });
  await mkdir(share, { recursive: true });
  await makeInitrd(kernel, join(root, 'e2e', 'usb-vm', 'init.sh'), initrd);
  await writeFile(join(share, 'start.sh'), `${command}\n`);
  const qemu = [
    String(LONGEST_RUN),
    'qemu-system-x86_64',
    ...[
      '-accel',
      'tcg,thread=multi',
      '-cpu',
      'max',
      '-smp',
      '2',
      '-m',
      '1024',
      '-nographic',
      '-no-reboot',
      '-net',
      'none',
    ],
    ...['-kernel', join(kernel.folder, 'vmlinuz'), '-initrd', initrd, '-append', 'console=ttyS0 quiet panic=-1'],
    ...['-virtfs', 'local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap'],
    ...['-virtfs', `local,path=${share},mount_tag=share,security_model=none`],
  ];
  return step('virtual machine', () => quietly('timeout', qemu));
}
