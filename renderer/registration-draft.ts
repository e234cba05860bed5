import type { CommandInput } from '../app/contract/commands.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';
import { SHORTEST_PIN } from './pin.ts';
import { parseDay } from './typed-day.ts';

/** The registration form as it stands: what was typed, not what it means. Gone with its dialog. */
export type RegistrationDraft = {
  readonly phone: string;
  readonly familyName: string;
  readonly firstName: string;
  readonly patronymic: string;
  /** As typed: "01.02.2000". */
  readonly birthday: string;
  readonly gender: 'male' | 'female' | 'unsaid';
  readonly pin: string;
};

export const BLANK_REGISTRATION: RegistrationDraft = {
  phone: '',
  familyName: '',
  firstName: '',
  patronymic: '',
  birthday: '',
  gender: 'unsaid',
  pin: '',
};

/** The draft as the desk takes it, or the field that keeps it from being sent. */
export function readRegistration(
  draft: RegistrationDraft,
): Result<CommandInput<'registration.confirm'>, 'birthday' | 'pin'> {
  const { familyName, firstName, patronymic, gender, pin } = draft;
  const birthday = parseDay(draft.birthday);
  if (birthday === null && draft.birthday.trim() !== '') return fail('birthday');
  if (pin.length < SHORTEST_PIN) return fail('pin');
  return ok({ pin, familyName, firstName, patronymic, birthday, gender: gender === 'unsaid' ? null : gender });
}
