import type { CommandInput } from '../app/contract/commands.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';
import { SHORTEST_PIN } from './pin.ts';

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

const TYPED_DAY = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$|^(\d{2})(\d{2})(\d{4})$/;

/** A day as a person types it — "01.02.2000", "1.2.2000", "01022000" — as YYYY-MM-DD; `null` when there is no such day. */
export function parseDay(text: string): string | null {
  const [, ...groups] = TYPED_DAY.exec(text.trim()) ?? [];
  const [day, month, year] = groups.filter((group) => group !== undefined).map(Number);
  if (!day || !month || !year || year < 1000) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  // The calendar turns the 31st of a short month into another day.
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

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
