import { z } from 'zod';
import type { JournalWriter } from './connection.ts';
import { type PinSeal, sealed } from './pin-seal.ts';
import { storedHead, storedRequest } from './stored.ts';

const row = z.object({ id: z.union([z.string(), z.int()]), json: z.string() });

/** An older program left PINs of certificates as they were typed: what is still open of them is sealed. */
export function sealOldPins(db: JournalWriter, seal: PinSeal): void {
  const unsealed = (column: string) =>
    `EXISTS (SELECT 1 FROM json_each(${column}, '$.certificates')
      WHERE value ->> '$.pin' <> '' AND value ->> '$.pin' NOT GLOB 'gcm1:*')`;
  const heads = db.prepare(`
    SELECT id, head AS json FROM sale
    WHERE stage IN ('open', 'held', 'writing', 'in-doubt', 'queued') AND ${unsealed('head')}`);
  const requests = db.prepare(
    `SELECT id, request AS json FROM outbox WHERE kind = 'receipt-write' AND ${unsealed('request')}`,
  );
  const setHead = db.prepare('UPDATE sale SET head = ? WHERE id = ?');
  const setRequest = db.prepare('UPDATE outbox SET request = ? WHERE id = ?');
  db.transaction(() => {
    for (const { id, json } of z.array(row).parse(heads.all())) {
      setHead.run(JSON.stringify(sealed(storedHead.parse(JSON.parse(json)), seal)), id);
    }
    for (const { id, json } of z.array(row).parse(requests.all())) {
      setRequest.run(JSON.stringify(sealed(storedRequest.parse(JSON.parse(json)), seal)), id);
    }
  })();
}
