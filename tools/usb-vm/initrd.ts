import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Kernel, modulesFor, output } from './kernel.ts';

/** The kernel's modules for sharing the host's files, and for USB devices of software and the drivers of real ones. */
const MODULES = [
  ...['virtio_pci', '9pnet_virtio', '9p', 'overlay', 'configfs'],
  ...['dummy_hcd', 'libcomposite', 'usb_f_hid', 'usb_f_acm', 'usb_f_printer'],
  ...['usbhid', 'hid-generic', 'cdc-acm', 'usblp'],
];

/** Makes the first file system of the machine into `file`: `init`, a shell and the modules, named in the order of loading. */
export async function makeInitrd(kernel: Kernel, init: string, file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'initrd-'));
  try {
    for (const name of ['bin', 'modules', 'proc', 'sys', 'dev']) await mkdir(join(folder, name));
    await copyFile('/bin/busybox', join(folder, 'bin', 'busybox'));
    await copyFile(init, join(folder, 'init'));
    await chmod(join(folder, 'init'), 0o755);
    for (const [place, path] of (await modulesFor(kernel, MODULES)).entries()) {
      await copyFile(path, join(folder, 'modules', `${String(place).padStart(2, '0')}-${basename(path)}`));
    }
    await output('sh', ['-c', `find . | cpio -o -H newc --quiet | gzip -1 > '${file}'`], folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
