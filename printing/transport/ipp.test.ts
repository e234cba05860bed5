import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAnswer, encodeRequest, type IppAttribute } from './ipp.ts';

/** An answer is a request with a status in the operation's place. */
function answerOf(attributes: readonly IppAttribute[]) {
  return decodeAnswer(encodeRequest({ operation: 'printJob', attributes }, 1));
}

test('a request is what RFC 8010 says it is', () => {
  const attributes = [{ tag: 'keyword', name: 'requested-attributes', values: ['job-state', 'job-id'] }] as const;
  const bytes = encodeRequest({ operation: 'getJobAttributes', attributes, data: Uint8Array.of(0xaa) }, 7);
  const value = (text: string) => [text.length >> 8, text.length & 0xff, ...Buffer.from(text)];
  expect([...bytes]).toEqual([
    ...[0x01, 0x01, 0x00, 0x09, 0x00, 0x00, 0x00, 0x07, 0x01],
    ...[0x47, ...value('attributes-charset'), ...value('utf-8')],
    ...[0x48, ...value('attributes-natural-language'), ...value('en')],
    ...[0x44, ...value('requested-attributes'), ...value('job-state')],
    ...[0x44, ...value(''), ...value('job-id')],
    ...[0x03, 0xaa],
  ]);
});

test('an answer gives its values back, several under one name together', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.tuple(fc.string({ minLength: 1 }), fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 })),
        {
          selector: ([name]) => name,
        },
      ),
      (all) => {
        const answer = answerOf(all.map(([name, values]) => ({ tag: 'integer', name: `x-${name}`, values })));
        for (const [name, values] of all) expect(answer?.groups[0]?.get(`x-${name}`)).toEqual(values);
      },
    ),
  );
});

test('text is read as UTF-8', () => {
  const name = 'Принтер слипов';
  expect(answerOf([{ tag: 'name', name: 'printer-name', values: [name] }])?.groups[0]?.get('printer-name')).toEqual([
    name,
  ]);
});

test('an answer that is cut short anywhere is none', () => {
  const whole = encodeRequest(
    { operation: 'printJob', attributes: [{ tag: 'integer', name: 'job-id', values: [5] }] },
    1,
  );
  for (let length = 0; length < whole.length; length++) expect(decodeAnswer(whole.subarray(0, length))).toBeNull();
  expect(decodeAnswer(whole)).not.toBeNull();
});

test('whatever arrives, reading it ends', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void decodeAnswer(Buffer.from(bytes))));
});
