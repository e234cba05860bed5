import { expect, test } from 'vitest';
import { type PrinterCondition, PrinterEngine, WELL } from './printer-engine.ts';

/** A printer, what came out of it and what it said. */
function printer(condition: Partial<PrinterCondition> = {}) {
  const state = { condition: { ...WELL, ...condition } };
  const said: number[] = [];
  let paper = '';
  let cuts = 0;
  const engine = new PrinterEngine(state, {
    say: (bytes) => said.push(...bytes),
    printed: (bytes) => {
      paper += Buffer.from(bytes).toString('latin1');
    },
    cut: () => {
      cuts += 1;
    },
  });
  const put = (change: Partial<PrinterCondition>): void => {
    Object.assign(state.condition, change);
    engine.work();
  };
  const send = (text: string): void => engine.take(Buffer.from(text, 'latin1'));
  return { engine, send, put, said, paper: () => paper, cuts: () => cuts };
}

const ASK = '\x10\x04\x01\x10\x04\x02\x10\x04\x04';
const FENCE = '\x1dr\x01';

test('what it gets is printed, without the questions in it', () => {
  const { send, said, paper, cuts } = printer();
  send(`${ASK}\x1b@one\n\x1dV\x01${FENCE}`);
  expect([paper(), cuts()]).toEqual(['\x1b@one\n\x1dV\x01', 1]);
  expect(said).toEqual([0x12, 0x12, 0x12, 0x00]);
});

test('a question is understood however it is cut, and also while it cannot print', () => {
  const { send, said, paper } = printer({ coverOpen: true });
  for (const byte of `line\n${ASK}`) send(byte);
  expect(said).toEqual([0x1a, 0x16, 0x12]);
  expect(paper()).toBe('');
});

test('out of paper it stops behind the last line and goes on with new paper; the fence waits its turn', () => {
  const { send, put, said, paper } = printer({ linesLeft: 1 });
  send(`one\ntwo\n${FENCE}`);
  expect([paper(), said]).toEqual(['one\n', []]);
  put({ linesLeft: 9 });
  expect([paper(), said]).toEqual(['one\ntwo\n', [0x00]]);
});

test('a fence inside the data of a command is no fence', () => {
  const { send, said, paper } = printer();
  const command = `\x1d(k\x06\x00\x31\x50\x30${FENCE}`;
  send(command.slice(0, 9));
  send(command.slice(9));
  expect([said, paper()]).toEqual([[], command]);
});

test('one that answers nothing prints all the same', () => {
  const { send, said, paper } = printer({ answers: 'nothing' });
  send(`${ASK}one\n${FENCE}`);
  expect([said, paper()]).toEqual([[], 'one\n']);
});

test('one without a fence answers the rest', () => {
  const { send, said } = printer({ answers: 'no-fence' });
  send(`${ASK}${FENCE}`);
  expect(said).toEqual([0x12, 0x12, 0x12]);
});

test('a jammed cutter is told as an error with its cause', () => {
  const { send, said } = printer({ cutterJammed: true });
  send('\x10\x04\x02\x10\x04\x03');
  expect(said).toEqual([0x52, 0x1a]);
});
