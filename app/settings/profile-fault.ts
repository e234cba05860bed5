import { z } from 'zod';
import { visible } from './file-text.ts';

/** What may be wrong at one place of a profile. A refinement of a schema gives one of these as its error. */
export const PROFILE_FAULTS = [
  /** The text is no JSON: `line`, `column`, counted from 1. */
  'no-json',
  'missing',
  /** `expected`: string, number, boolean, array or object. */
  'type',
  /** `values`: those that may stand there. */
  'one-of',
  /** `keys`: nothing of that name is known here. */
  'unknown-key',
  /** `bound` in signs. */
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  /** `bound` in entries. */
  'too-few',
  'too-many',
  /** Signs that cannot be part of it. */
  'form',
  'https-needed',
  'bare-address',
  'host-alone',
  'place-needed',
  'no-regex',
  'spreadsheet-number',
  'digits-overlap',
  /** `group`: its code. */
  'group-twice',
  'group-parent',
  'group-round',
  'unknown-gap',
] as const;

export type ProfileFaultCode = (typeof PROFILE_FAULTS)[number];

/** `place`: `printers[0].host`; empty for the whole file. */
export type ProfileFault = {
  readonly place: string;
  readonly code: ProfileFaultCode;
  readonly values: Readonly<Record<string, string | number>>;
};

/** For a refinement: the fault as the error that zod keeps. */
export function as(code: ProfileFaultCode): ProfileFaultCode {
  return code;
}

/** The faults that the schema found, in its order. */
export function profileFaults({ issues }: z.ZodError): readonly ProfileFault[] {
  return issues.map((issue) => ({ place: visible(z.core.toDotPath(issue.path)), ...faultOf(issue) }));
}

/** @param error of `JSON.parse` of `text` */
export function jsonFault(error: SyntaxError, text: string): ProfileFault {
  const at = placeOf(error.message, text);
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { place: '', code: 'no-json', values: { line: before.length, column, sign: visible(text.slice(at, at + 1)) } };
}

/** How many signs V8 quotes before and after the one that it did not expect. */
const QUOTED = 10;

/** V8 says «at position 7», or quotes what stands around: `Unexpected token 'x', ..."aaa": xyz}" is not valid JSON`. */
function placeOf(message: string, text: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, sign, cut, quoted, goesOn] =
    /^Unexpected token '(.)', (\.{3})?"(.*)"(\.{3})? is not valid JSON$/su.exec(message) ?? [];
  if (sign === undefined || quoted === undefined) return text.length;
  if (cut) return text.indexOf(quoted) + QUOTED;
  return goesOn ? quoted.length - QUOTED : text.indexOf(sign);
}

const custom = z.enum(PROFILE_FAULTS);

function faultOf(issue: z.core.$ZodIssue): Omit<ProfileFault, 'place'> {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'missing', values: {} }
        : { code: 'type', values: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'one-of', values: { values: issue.values.map(String).join(', ') } };
    case 'invalid_union':
      // Of several shapes, none of which has a name to choose by.
      if (!('options' in issue && issue.options?.length)) return { code: 'form', values: {} };
      return {
        code: 'one-of',
        values: { values: ('options' in issue ? (issue.options ?? []) : []).map(String).join(', ') },
      };
    case 'unrecognized_keys':
      return { code: 'unknown-key', values: { keys: listed(issue.keys) } };
    case 'too_small':
      return { code: LESS[kindOf(issue.origin)], values: { bound: Number(issue.minimum) } };
    case 'too_big':
      return { code: MORE[kindOf(issue.origin)], values: { bound: Number(issue.maximum) } };
    case 'custom': {
      const { data } = custom.safeParse(issue.message);
      return { code: data ?? 'form', values: issue.params ?? {} };
    }
    default:
      return { code: 'form', values: {} };
  }
}

/** More names than anybody reads, and longer ones than anybody gave, would hide the rest. */
const MOST_KEYS = 10;
const LONGEST_KEY = 60;

function listed(keys: readonly string[]): string {
  const said = keys
    .slice(0, MOST_KEYS)
    .map((key) => visible(key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key));
  return [...said, ...(keys.length > MOST_KEYS ? ['…'] : [])].join(', ');
}

const LESS = { text: 'too-short', list: 'too-few', number: 'too-small' } as const;
const MORE = { text: 'too-long', list: 'too-many', number: 'too-large' } as const;

function kindOf(origin: string): keyof typeof LESS {
  if (origin === 'string') return 'text';
  return origin === 'array' ? 'list' : 'number';
}
