import { fail, type Result } from '../../domain/result.ts';
import type { RefusalReason, ServiceFailure } from '../../sale/ports.ts';
import type { MaxBonusRefusals, MaxBonusSettings, RefusalRule } from '../../settings/maxbonus.ts';
import { errorOf, fieldsOf, numbered, numberIn, ownSentence } from '../http/service-error.ts';
import type { Operation } from './operations.ts';

type Rule = Required<RefusalRule>;

const THING =
  '(?:чек|документ|операци|продаж|покупк|транзакци|заказ|receipt|check|document|operation|sale|purchase|transaction|order)';
const NOT_THERE =
  '(?:не найден|отсутству|не существу|уже (?:был[аои]? )?(?:удал|отмен|аннулир)|not found|not exist|already (?:deleted|cancell?ed|rolled back))';
const NO_SUCH = '(?:не найден|отсутствует|не существует|нет (?:такого|такой|этого)|no such|unknown|not found:?)';
const DONE =
  '(?:провед|обработ|запис|существу|выполн|закры|созда|принят|учт|учет|сохран|добавл|есть|отправл|зарегистр)';
const ALREADY = `(?:(?:уже|ранее) (?:был[аои]? )?${DONE}|${DONE}\\S* (?:ранее|раньше|дважды|повторно)|already (?:been |was )?(?:exist|process|writ|register|clos|complet|post|sav|creat|commit|return|refund))`;

/** Within one sentence: a full stop begins another, about something else. */
const FURTHER_ON = '[^.:;!?]{0,60}';

const RECEIPT_NOT_FOUND: Rule = {
  phrases: [
    `${THING}${FURTHER_ON}${NOT_THERE}`,
    `${NO_SUCH}\\s(?:\\S+\\s){0,2}${THING}`,
    `${THING}\\S* (?:\\S+ ){0,4}нет[.!]?$`,
  ],
  // A 404 may be said of a wrong path: taken for «no such receipt», it would have the receipt written twice.
  statuses: [],
  numbers: [],
};

const NOBODY: Rule = {
  phrases: [
    'не найден',
    'не зарегистрирован',
    'не существует',
    'отсутствует',
    'нет так(?:ого|ой)',
    'неизвестн',
    'not found',
    'not registered',
    'not exist',
    'unknown',
    'no such',
  ],
  statuses: [404, 410],
  numbers: [],
};

const REGISTERED: Rule = {
  phrases: [
    'уже (?:есть|существует|(?:был[аои]? )?зарегистр)',
    'зарегистрирован\\S* ранее',
    'already (?:been )?(?:registered|exists)',
  ],
  statuses: [409],
  numbers: [],
};

/**
 * How a refusal is told from others. The manual gives «Покупатель не найден», under 422, and «Такой чек уже проведен»; other words,
 * statuses and operations are [assumed: refusals]. That a 409 of a return says «this very return» is not assumed: it may be another
 * till's, and its goods would be paid for twice.
 */
const REFUSALS = {
  identifyByPhone: { notFound: NOBODY },
  identifyByCode: { notFound: NOBODY },
  certificate: { notFound: NOBODY },
  write: {
    duplicate: {
      phrases: [ALREADY, 'дубл', 'повторн\\S* (?:чек|запис|провед|продаж)', 'duplicate'],
      statuses: [409],
      numbers: [],
    },
  },
  rollback: { notFound: RECEIPT_NOT_FOUND },
  returnReceipt: {
    notFound: RECEIPT_NOT_FOUND,
    duplicate: {
      phrases: [
        `(?:возврат|документ|операци|транзакци|return|refund|document|operation|transaction)${FURTHER_ON}${ALREADY}`,
        '(?:дубл\\S*|повторн\\S*) возврат',
        'duplicate',
      ],
      statuses: [],
      numbers: [],
    },
  },
  requestRegistration: { duplicate: REGISTERED },
  repeatRegistrationPin: { duplicate: REGISTERED },
  register: { duplicate: REGISTERED },
} as const satisfies { readonly [operation in keyof MaxBonusRefusals]: { readonly [reason in string]: Rule } };

/** Of a path or a method rather than of what was asked for: never «not found». */
const ABOUT_THE_PATH = /метод|маршрут|страниц|адрес|путь|ресурс|\b(?:route|path|page|method|endpoint|url|resource)\b/iu;

/** Tells refusals apart as the profile says, else as the documents let us think. */
export class Refusals {
  readonly #settings: MaxBonusSettings;

  constructor(settings: MaxBonusSettings) {
    this.#settings = settings;
  }

  /** The number of the error that an answer under HTTP 200 is; an empty text for one without; `null` when it is no error. */
  under200(operation: Operation, body: unknown): string | null {
    const outer = fieldsOf(body);
    const parts = [outer, fieldsOf(outer?.['data'])].filter((part) => part !== null);
    for (const part of parts) {
      const number = this.#numberIn(operation, part);
      if (number !== null) return number;
      if (saysNo(part)) return '';
    }
    return null;
  }

  /** A refusal as the desk understands it, with its number before its sentence; without either it goes by its status. */
  refusal(
    operation: Operation,
    status: number,
    body: unknown,
  ): { readonly number: string | null; readonly failure: Result<never, ServiceFailure> } {
    const said = errorOf(body, this.#settings.errorFields);
    // Some services say the status once more in the body.
    const number = said.number === String(status) ? null : said.number;
    const message = numbered({ ...said, number }) || `HTTP ${status}`;
    const reason = this.#reasonOf(operation, status, said.sentence, number);
    return { number, failure: fail({ kind: 'refused', reason, message }) };
  }

  #numberIn(operation: Operation, fields: Readonly<Record<string, unknown>>): string | null {
    // A certificate has a code of its own, and so may other things: an error has a sentence, too.
    const names = this.#settings.errorFields.filter(
      (name) =>
        name !== 'code' ||
        (operation !== 'certificate' && /^-?\d+$/.test(String(fields['code'])) && ownSentence(fields) !== ''),
    );
    const number = numberIn(fields, names);
    const isDone =
      number !== null && (/^2\d\d$/.test(number) || this.#settings.successNumbers.includes(Number(number)));
    return isDone ? null : number;
  }

  #reasonOf(operation: Operation, status: number, sentence: string, number: string | null): RefusalReason {
    const reasons: readonly (readonly [RefusalReason, Rule | undefined])[] = [
      ['duplicate', this.#rule(operation, 'duplicate')],
      ['not-found', this.#rule(operation, 'notFound')],
    ];
    if (ABOUT_THE_PATH.test(sentence)) return 'other';
    return reasons.find(([, rule]) => rule !== undefined && fits(rule, status, sentence, number))?.[0] ?? 'other';
  }

  #rule(operation: Operation, reason: 'duplicate' | 'notFound'): Rule | undefined {
    const usual: Partial<Record<Operation, Partial<Record<typeof reason, Rule>>>> = REFUSALS;
    const own: Partial<Record<Operation, Partial<Record<typeof reason, RefusalRule>>>> = this.#settings.refusals;
    const rule = usual[operation]?.[reason];
    return rule && { ...rule, ...own[operation]?.[reason] };
  }
}

function fits({ phrases, statuses, numbers }: Rule, status: number, sentence: string, number: string | null): boolean {
  return (
    (number !== null && numbers.includes(number)) ||
    statuses.includes(status) ||
    phrases.some((phrase) => new RegExp(phrase, 'iu').test(sentence))
  );
}

const NO: ReadonlySet<unknown> = new Set([false, 0, 'false', '0']);
const FAILED = /^(?:error|fail|failed|failure)$/i;

/** An object that says of itself, whatever the status is, that nothing came of the request. */
function saysNo(fields: Readonly<Record<string, unknown>>): boolean {
  if (NO.has(fields['success']) || NO.has(fields['ok'])) return true;
  if (FAILED.test(String(fields['status'])) || FAILED.test(String(fields['result']))) return true;
  const { error, errors } = fields;
  const isError =
    fieldsOf(error) !== null || (typeof error === 'string' && !/^(?:0|no|none|null|false|ok)?$/i.test(error.trim()));
  return isError || error === true || hasEntries(errors);
}

function hasEntries(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Object.keys(fieldsOf(value) ?? {}).length > 0;
}
