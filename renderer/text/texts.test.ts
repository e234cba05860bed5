import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../app/domain/problem.ts';
import { en } from './en.ts';
import { LANGUAGES } from './language.ts';
import { ru } from './ru.ts';
import { advice, clause, sentence } from './sentence.ts';
import { startTexts } from './start.ts';
import { uk } from './uk.ts';

const TEXTS: Record<(typeof LANGUAGES)[number], object> = { ru, uk, en };

/** Every text by its whole key. */
function flat(texts: object, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

const blanks = (text: string) => [...text.matchAll(/\{\{.*?\}\}/g)].map(([blank]) => blank).toSorted();

test.each(LANGUAGES)('%s has the same keys as Russian, none of them empty', (language) => {
  const texts = flat(TEXTS[language]);
  expect(texts.map(([key]) => key).toSorted()).toEqual(
    flat(ru)
      .map(([key]) => key)
      .toSorted(),
  );
  expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
});

test.each(LANGUAGES)('%s leaves the same blanks as Russian', (language) => {
  const russian = new Map(flat(ru));
  for (const [key, text] of flat(TEXTS[language])) {
    expect({ key, blanks: blanks(text) }).toEqual({ key, blanks: blanks(russian.get(key) ?? '') });
  }
});

test('every problem has a sentence, and every next step belongs to a problem', () => {
  expect(Object.keys(ru.problem).toSorted()).toEqual([...PROBLEM_CODES].toSorted());
  expect(Object.keys(ru.advice).filter((code) => !(code in ru.problem))).toEqual([]);
});

test.each(LANGUAGES)('in %s no problem shows a blank or a key, whatever came with it', (language) => {
  const { t } = startTexts(language);
  for (const code of PROBLEM_CODES) {
    for (const told of [{ code }, { code, params: { allowed: 1, message: 'm', text: 'x', seconds: 3, other: 'y' } }]) {
      const said = `${sentence(t, told)} ${advice(t, told) ?? ''}`;
      expect(said).not.toMatch(/[{}]|problem\.|advice\./);
    }
  }
});

test('amounts come in the spelling of the language', () => {
  const told = { code: 'redemption-clamped', params: { wanted: 900_00, allowed: 1_500_00 } } as const;
  expect(sentence(startTexts('ru').t, told).replace(/\s/g, ' ')).toBe(
    'Списать можно не больше 1 500,00: сумма уменьшена.',
  );
  expect(sentence(startTexts('en').t, told)).toContain('1,500.00');
});

test('a sentence becomes part of another', () => {
  expect(clause(startTexts('ru').t, { code: 'printer-failed' })).toBe('принтер сообщил об ошибке.');
});

test('a drawer that stays shut says why', () => {
  const told = { code: 'drawer-not-opened', params: { cause: 'printer-paper-out' } } as const;
  expect(sentence(startTexts('ru').t, told)).toBe('Ящик не открылся: в принтере кончилась бумага.');
});

test('what a service says is shown as it is', () => {
  const told = { code: 'service-refused', params: { message: 'Карта <заблокирована> & {{закрыта}}' } } as const;
  expect(sentence(startTexts('ru').t, told)).toBe('Бонусная система отказала: Карта <заблокирована> & {{закрыта}}');
});

test('a written return says what the customer gets, when it is known', () => {
  const { t } = startTexts('ru');
  const params = { number: 12, cash: 300_00, card: 0, certificates: 50_00, bonuses: 0 };
  expect(advice(t, { code: 'return-written', params })).toBe('Клиент получает: наличными 300,00, на сертификат 50,00.');
  expect(advice(t, { code: 'return-written', params: { number: 12 } })).toBeNull();
});

test('a journal that was restored in part says what is lost, and nothing of what is not', () => {
  const lost = { numbers: '5, 7', untold: 0, returns: 1, benefits: 0, slips: 2 };
  const told = {
    code: 'journal-recovered-in-part',
    params: { receipts: 40, restored: 3, file: 'f', days: 30, ...lost },
  } as const;
  expect(sentence(startTexts('ru').t, told)).toMatch(
    /Потери: не прочитаны чеки № 5, 7; потеряно возвратов: 1; чеков, слип которых мог не выйти: 2\.$/,
  );
  expect(advice(startTexts('en').t, told)).toContain('kept for 30 days');
});

test('where nothing has to be done, nothing is advised', () => {
  expect(advice(startTexts('ru').t, { code: 'write-resolved' })).toBeNull();
});

test('a code of no use here is called by its name', () => {
  const told = (kind: string) => sentence(startTexts('ru').t, { code: 'code-not-used-here', params: { kind } });
  expect(told('social-card')).toBe('Это социальная карта: здесь не используется.');
  expect(sentence(startTexts('en').t, { code: 'code-not-used-here' })).toBe(
    'This is a code of another service: it is of no use here.',
  );
});
