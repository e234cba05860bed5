import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createEcs } from './client.ts';
import { failed, settingsOf } from './fixture.ts';

/** Services of a service whose pages are not what they should be. */
type Page = { readonly ids: readonly number[]; readonly total: number; readonly index?: number };

let server: Server;
let baseUrl: string;
let asked: number;
let pageAt: (pageIndex: number) => Page;

const request = z.object({ pageIndex: z.int() });

beforeEach(async () => {
  asked = 0;
  server = createServer(async (incoming, response) => {
    if (incoming.url === '/connect/token') {
      response.end('{"access_token":"t","expires_in":3600,"token_type":"Bearer"}');
      return;
    }
    asked += 1;
    const { pageIndex } = request.parse(await json(incoming));
    const { ids, total, index = pageIndex } = pageAt(pageIndex);
    const pageItems = ids.map((id) => ({ service: { id, name: `Услуга ${id}` } }));
    response.end(JSON.stringify({ pageItems, totalItems: total, currentPageIndex: index }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  baseUrl = `http://127.0.0.1:${address.port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function services() {
  const answer = await createEcs(settingsOf({ baseUrl, pageSize: 2 })).services();
  return answer.ok ? answer.value.map(({ id }) => id) : answer;
}

const unreadable = failed({ kind: 'lost', cause: 'unreadable' });

test('pages shorter than asked for are put together', async () => {
  pageAt = (page) => ({ ids: [page], total: 3 });
  expect(await services()).toEqual([0, 1, 2]);
});

test('a service that moves to the next page meanwhile is taken once', async () => {
  pageAt = (page) => ({ ids: [[1, 2], [2, 3], [4]][page] ?? [], total: 4 });
  expect(await services()).toEqual([1, 2, 3, 4]);
});

test('an empty page is the last, whatever the total says', async () => {
  pageAt = (page) => ({ ids: page === 0 ? [1, 2] : [], total: 5 });
  expect(await services()).toEqual([1, 2]);
});

test('the same page again and again is no answer', async () => {
  pageAt = () => ({ ids: [1, 2], total: 5 });
  expect(await services()).toEqual(unreadable);
  pageAt = (page) => ({ ids: [page * 2, page * 2 + 1], total: 500, index: 0 });
  expect(await services()).toEqual(unreadable);
  expect(asked).toBe(4);
});

test('pages without end are no answer', async () => {
  pageAt = (page) => ({ ids: [page * 2, page * 2 + 1], total: 1_000_000 });
  expect(await services()).toEqual(unreadable);
  expect(asked).toBe(100);
});
