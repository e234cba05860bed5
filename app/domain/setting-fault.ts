/** What may be wrong with a setting, as a person is told of it at its field. */
export const SETTING_FAULTS = [
  'required',
  'no-number',
  'too-small',
  'too-large',
  'too-long',
  'too-many',
  /** Braces in the address of a QR code that nothing is filled into. */
  'unknown-gap',
  /** Signs that cannot be part of it. */
  'wrong-form',
  /** Another device of this till has it. */
  'duplicate',
] as const;

export type SettingFaultCode = (typeof SETTING_FAULTS)[number];

export type SettingFault = {
  /** Keys and places that lead to it: `['printers', 0, 'port']`. */
  readonly path: readonly (string | number)[];
  readonly code: SettingFaultCode;
  /** The bound that it breaks; `null` where there is none. */
  readonly bound: number | null;
};
