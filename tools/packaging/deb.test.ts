import { expect, test } from 'vitest';
import { controlFile, readRequest } from './deb.ts';

const asked = [
  ...[
    '-s',
    'dir',
    '--force',
    '-t',
    'deb',
    '-d',
    'libgtk-3-0',
    '-d',
    'libnss3',
    '--deb-recommends',
    'libappindicator3-1',
  ],
  ...['--deb-compression', 'xz', '--architecture', 'amd64', '--after-install', '/tmp/in', '--after-remove', '/tmp/out'],
  ...[
    '--description',
    'Till\n \n Takes bonuses',
    '--version',
    '0.1.0',
    '--package',
    '/release/till.deb',
    '--name',
    'till',
  ],
  ...[
    '--maintainer',
    'Shop <shop@shop.invalid>',
    '--vendor',
    'Shop',
    '--url',
    'https://shop.invalid',
    '--deb-priority',
    'optional',
  ],
  ...[
    '--license',
    'MIT',
    '/release/linux-unpacked/=/opt/till',
    '/tmp/a=b.desktop=/usr/share/applications/till.desktop',
  ],
];

test('electron-builder’s request is read with its lists and sources', () => {
  expect(readRequest(asked)).toMatchObject({
    name: 'till',
    package: '/release/till.deb',
    depends: ['libgtk-3-0', 'libnss3'],
    'deb-recommends': ['libappindicator3-1'],
    sources: [
      { from: '/release/linux-unpacked/', to: '/opt/till' },
      { from: '/tmp/a=b.desktop', to: '/usr/share/applications/till.desktop' },
    ],
  });
});

test.each([
  ['another kind of package', asked.map((word) => (word === 'deb' ? 'rpm' : word))],
  ['a switch that we do not know', [...asked, '--rpm-summary', 'x']],
  ['a source without its place', [...asked, '/tmp/file']],
  ['a source that would land outside of the package', [...asked, '/tmp/file=etc/file']],
  ['a request without a name', asked.filter((word) => word !== '--name' && word !== 'till')],
])('%s is refused', (_, args) => {
  expect(() => readRequest(args)).toThrow();
});

test('the control file says it in Debian’s form', () => {
  expect(controlFile(readRequest(asked), 300_000)).toBe(`Package: till
Version: 0.1.0
Architecture: amd64
Maintainer: Shop <shop@shop.invalid>
Installed-Size: 300000
Depends: libgtk-3-0, libnss3
Recommends: libappindicator3-1
Section: misc
Priority: optional
Homepage: https://shop.invalid
Description: Till
 .
 Takes bonuses
`);
});

test('an empty list makes no field', () => {
  expect(controlFile({ ...readRequest(asked), depends: [] }, 1)).not.toContain('Depends');
});
