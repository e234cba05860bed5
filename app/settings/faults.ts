import { z } from 'zod';
import { SETTING_FAULTS, type SettingFault, type SettingFaultCode } from '../domain/setting-fault.ts';

/** What a refinement of a schema says of itself in `params`, for those who word it at a field. */
export function saidFault(fault: SettingFaultCode): { readonly fault: SettingFaultCode } {
  return { fault };
}

const said = z.object({ fault: z.enum(SETTING_FAULTS) });

/** The faults that a schema found, in words' codes: the first of each field. */
export function faultsOf({ issues }: z.ZodError): SettingFault[] {
  const faults = issues.map((issue): SettingFault => ({ path: pathOf(issue), ...faultOf(issue) }));
  const places = faults.map(({ path }) => path.join('.'));
  return faults.filter((_, place) => places.indexOf(places[place] ?? '') === place);
}

function pathOf({ path }: z.core.$ZodIssue): (string | number)[] {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}

function faultOf(issue: z.core.$ZodIssue): Omit<SettingFault, 'path'> {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string'
        ? { code: 'required', bound: null }
        : { code: 'too-small', bound: Number(issue.minimum) };
    case 'too_big':
      return { code: tooMuch(issue.origin), bound: Number(issue.maximum) };
    case 'invalid_type':
      return { code: 'no-number', bound: null };
    case 'custom': {
      const { data } = said.safeParse(issue.params);
      return { code: data?.fault ?? 'wrong-form', bound: null };
    }
    default:
      return { code: 'wrong-form', bound: null };
  }
}

function tooMuch(origin: string): SettingFaultCode {
  if (origin === 'string') return 'too-long';
  return origin === 'array' ? 'too-many' : 'too-large';
}
