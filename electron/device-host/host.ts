import { answering } from './answering.ts';

/**
 * The device host: a process of its own for native scanner and printer code, so that a fault in a driver takes down neither
 * the sale nor the journal. Started by main as an Electron utility process.
 */
const { parentPort } = process;

const answer = answering((message) => parentPort.postMessage(message));

parentPort.on('message', ({ data }) => answer(data));
