import path from 'node:path';
import log from 'electron-log/main.js';
import { masked } from './masked.ts';

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** The program's own diary, for whoever looks after the till. Holds no phone number and no token. */
export type Log = {
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

const LARGEST_FILE_BYTES = 5_000_000;

/** Writes to stdout and to `logs/main.log`; the file before the current one is kept. */
export function openLog(dataDir: string): Log {
  log.transports.file.resolvePathFn = () => path.join(dataDir, 'logs', 'main.log');
  log.transports.file.maxSize = LARGEST_FILE_BYTES;
  log.transports.file.format = '{y}-{m}-{d} {h}:{i}:{s}.{ms} {level} {text}';
  log.transports.console.format = '{text}';
  const line = (event: string, fields: LogFields): string => masked(`${event} ${JSON.stringify(fields)}`);
  return {
    info: (event, fields = {}) => log.info(line(event, fields)),
    error: (event, fields = {}) => log.error(line(event, fields)),
  };
}
