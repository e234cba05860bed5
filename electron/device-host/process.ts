import path from 'node:path';
import { utilityProcess } from 'electron';
import type { HostProcess } from './device-host.ts';

/** The device host as an Electron utility process. */
export function forkDeviceHost(): HostProcess {
  const child = utilityProcess.fork(path.join(__dirname, 'device-host.cjs'), [], { serviceName: 'device host' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    // One that hangs heeds no request to end.
    kill: () => void (child.pid === undefined ? child.kill() : process.kill(child.pid, 'SIGKILL')),
  };
}
