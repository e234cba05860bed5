import { fail, ok, type Result } from '../../domain/result.ts';
import type { ServiceFailure } from '../../sale/ports.ts';
import { type AnswerForm, type Odd, readFields } from '../http/answer-form.ts';

export const UNREADABLE: Result<never, ServiceFailure> = fail({ kind: 'lost', cause: 'unreadable' });

/** What the data of an answer means; data without what is needed of it is unreadable. */
export function understood<Data, Value>(
  answer: Result<unknown, ServiceFailure>,
  form: AnswerForm<Data>,
  meaning: (data: Data) => Result<Value, ServiceFailure>,
  odd: Odd,
): Result<Value, ServiceFailure> {
  if (!answer.ok) return answer;
  const data = readFields(form, answer.value, odd);
  return data === null ? UNREADABLE : meaning(data);
}

/** For answers that only say «done»: their content means nothing to us. */
export function done(answer: Result<unknown, ServiceFailure>): Result<void, ServiceFailure> {
  return answer.ok ? ok(undefined) : answer;
}
