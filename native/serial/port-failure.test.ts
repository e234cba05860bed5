import { expect, test } from 'vitest';
import { portFailure } from './port-failure.ts';

test.each([
  ['Error: No such file or directory, cannot open /dev/ttyACM0', 'ENOENT', 'not-found'],
  ['Error: Нет такого файла или каталога, cannot open /dev/ttyACM0', 'ENOENT', 'not-found'],
  ['Error: No such device or address, cannot open /dev/ttyS9', 'ENXIO', 'not-found'],
  ['Error: Permission denied, cannot open /dev/ttyACM0', 'EACCES', 'no-permission'],
  ['Error: Operation not permitted, cannot open /dev/ttyACM0', 'EPERM', 'no-permission'],
  ['Error: Device or resource busy, cannot open /dev/ttyACM0', 'EBUSY', 'busy'],
  ['Error Resource temporarily unavailable Cannot lock port', null, 'busy'],
  ['Error Ресурс временно недоступен Cannot lock port', null, 'busy'],
  ['Error: Is a directory, cannot open /tmp', 'EISDIR', 'failed'],
  ['Error: Inappropriate ioctl for device setting custom baud rate of 9600', null, 'failed'],
  ['Opening COM9: File not found', null, 'not-found'],
  ['Opening COM3: Access denied', null, 'busy'],
  ['Opening COM3: Unknown error code 31', null, 'failed'],
])('%s (%s) is %s', (message, code, failure) => {
  expect(portFailure(message, code)).toBe(failure);
});
