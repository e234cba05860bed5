import type { Answer } from '../answer.ts';
import type { Variant } from './variant.ts';

export type Reply = Answer;

/** Codes of the regulation's appendix 7; 03 and 04 are reserved. */
const CODES = {
  1: 'У владельца карты ЕЦС отсутствует льгота у данного Акцептанта',
  2: 'Ошибка ввода кода держателя КЖЯ - клиент не найден',
  5: 'Карта ЕЦС имеет неактивный статус',
  6: 'Отсутствует связь с процессинговым центром',
  7: 'ID участника отсутствует в системе',
  8: 'Код типа услуги не найден',
} as const;

export type Code = keyof typeof CODES;

/** An error as the specification prints it. */
export function errorReply(status: number, message: string, errorCode?: number): Reply {
  return { status, body: { message, ...(errorCode !== undefined && { errorCode }) } };
}

/** HTTP statuses of codes are in no document. */
export function codeReply(code: Code, { codes }: Variant): Reply {
  const message = CODES[code];
  if (codes === 'http') return errorReply(code === 6 ? 503 : 404, message, code);
  return {
    status: 200,
    body: { resultCode: code, resultMessage: message, transactionId: 0, clientId: 0, benefits: [] },
  };
}
