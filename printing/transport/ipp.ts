import { Buffer } from 'node:buffer';

/** Messages of the Internet Printing Protocol (RFC 8010), as far as printing a slip needs them. */

/** Operations and their numbers (RFC 8011, section 5.4.15; the last by the CUPS implementation of IPP). */
export const OPERATIONS = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  cupsGetPrinters: 0x4002,
} as const;

/** Tags of values (RFC 8010, section 3.5.2). */
const TAGS = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
} as const;

const [OPERATION_ATTRIBUTES, END_OF_ATTRIBUTES, FIRST_VALUE_TAG] = [0x01, 0x03, 0x10];

export type IppAttribute = {
  readonly tag: keyof typeof TAGS;
  readonly name: string;
  /** One or several values. */
  readonly values: readonly (string | number)[];
};

export type IppRequest = {
  readonly operation: keyof typeof OPERATIONS;
  /** Behind charset and language, which come first by themselves. */
  readonly attributes: readonly IppAttribute[];
  /** The document, for a job. */
  readonly data?: Uint8Array;
};

export function encodeRequest({ operation, attributes, data = Buffer.of() }: IppRequest, id: number): Buffer {
  const all: readonly IppAttribute[] = [
    { tag: 'charset', name: 'attributes-charset', values: ['utf-8'] },
    { tag: 'naturalLanguage', name: 'attributes-natural-language', values: ['en'] },
    ...attributes,
  ];
  const head = Buffer.alloc(8);
  // Version 1.1, which every service takes.
  head.writeUInt16BE(0x0101, 0);
  head.writeUInt16BE(OPERATIONS[operation], 2);
  head.writeUInt32BE(id, 4);
  const encoded = all.flatMap(({ tag, name, values }) =>
    // Further values of an attribute come under an empty name.
    values.map((value, place) => encodeValue(tag, place === 0 ? name : '', value)),
  );
  return Buffer.concat([head, Buffer.of(OPERATION_ATTRIBUTES), ...encoded, Buffer.of(END_OF_ATTRIBUTES), data]);
}

function encodeValue(tag: keyof typeof TAGS, name: string, value: string | number): Buffer {
  return Buffer.concat([Buffer.of(TAGS[tag]), counted(Buffer.from(name)), counted(valueBytes(value))]);
}

function valueBytes(value: string | number): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Attributes of one thing that an answer tells of, with all their values. */
export type IppGroup = ReadonlyMap<string, readonly (string | number)[]>;

export type IppAnswer = {
  /** Below 0x100 the request was done. */
  readonly status: number;
  /** The operation's own attributes first, then one group for each job or printer. */
  readonly groups: readonly IppGroup[];
};

/** Reads an answer; `null` when it is none. Values of kinds that nobody asks for are given as text. */
export function decodeAnswer(bytes: Buffer): IppAnswer | null {
  try {
    return { status: bytes.readUInt16BE(2), groups: groupsIn(bytes, 8) };
  } catch (error) {
    // It ends in the middle of something.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function groupsIn(bytes: Buffer, start: number): IppGroup[] {
  const groups: Map<string, (string | number)[]>[] = [];
  let values: (string | number)[] = [];
  let at = start;
  const next = (): Buffer => {
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) throw new RangeError('cut short');
    const part = bytes.subarray(at + 2, end);
    at = end;
    return part;
  };
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === END_OF_ATTRIBUTES) return groups;
    if (tag < FIRST_VALUE_TAG) {
      groups.push(new Map());
      continue;
    }
    const name = next().toString();
    if (name !== '') {
      values = [];
      groups.at(-1)?.set(name, values);
    }
    values.push(readValue(tag, next()));
  }
}

function readValue(tag: number, bytes: Buffer): string | number {
  if (tag === TAGS.integer || tag === TAGS.enum) return bytes.readInt32BE(0);
  return tag === TAGS.boolean ? bytes.readUInt8(0) : bytes.toString();
}
