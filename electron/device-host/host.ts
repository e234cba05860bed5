import { print } from './printing.ts';
import { type Tell, toHost } from './protocol.ts';
import { openScanners } from './scanning.ts';

/**
 * The device host: a process of its own for native scanner and printer code, so that a fault in a driver takes down neither
 * the sale nor the journal. Started by main as an Electron utility process.
 */
const { parentPort } = process;

const tell: Tell = (message) => parentPort.postMessage(message);

parentPort.on('message', ({ data }) => {
  const message = toHost.parse(data);
  if (message.kind === 'scanners') void openScanners(message.scanners, tell);
  else void print(message, tell);
});
