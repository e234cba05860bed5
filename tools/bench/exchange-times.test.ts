import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { nextExchange } from './exchange-times.ts';
import { moment } from './moment.ts';

test('tells when the next request came and when its answer had left', async () => {
  const handled: number[] = [];
  const server = createServer((_request, response) => {
    handled.push(moment());
    setImmediate(() => {
      handled.push(moment());
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  const told: number[] = [];
  for (let round = 0; round < 2; round++) {
    const exchange = nextExchange();
    await fetch(url);
    const { receivedAt, answeredAt } = await exchange;
    told.push(receivedAt, answeredAt);
  }
  server.close();

  const [came, left, cameAgain, leftAgain] = told;
  const [begun, ending, begunAgain, endingAgain] = handled;
  const inOrder = [came, begun, ending, left, cameAgain, begunAgain, endingAgain, leftAgain];
  expect(inOrder).toEqual(inOrder.toSorted((one = 0, other = 0) => one - other));
  expect(inOrder).not.toContain(undefined);
});
