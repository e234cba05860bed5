import type { outbox as ru } from '../ru/outbox.ts';
import type { Wording } from '../wording.ts';

export const outbox: Wording<typeof ru> = {
  outbox: {
    label: 'Чекають на надсилання',
    slips: 'Сліпів чекають друку: {{number}}',
    empty: 'Усе надіслано',
    emptyHelp: 'Чеки й повернення, про які служби ще не знають, будуть тут.',
    'receipt-write': 'Чек',
    'receipt-rollback': 'Скасування чека',
    'receipt-return': 'Повернення',
    'benefit-confirmation': 'Підтвердження пільги',
    'benefit-refusal': 'Відмова від пільги',
    number: '№ {{number}}',
    waiting: 'надішлеться сам',
    dead: 'потрібне рішення',
    since: 'З якого часу',
    attempts: 'Спроб',
    next: 'Наступна спроба',
    soon: 'зараз',
    never: 'чекає на вас',
    notTried: 'Ще не надсилалося.',
    inDoubt: 'Відповіді не було: невідомо, чи дійшло.',
    waitingHelp: 'Нічого робити не потрібно: програма надішле сама.',
    deadHelp: 'Служба відмовила. Усуньте причину й повторіть або закрийте без надсилання.',
    acceptHelp: 'Подивіться чек в особистому кабінеті MaxBonus. Якщо він там є, натисніть «Чек є в MaxBonus».',
    retry: 'Повторити',
    setAside: 'Закрити без надсилання',
    accept: 'Чек є в MaxBonus',
    setAsideTitle: 'Закрити без надсилання?',
    setAsideWrite:
      'Чек № {{number}} залишиться оплаченим, але бонусна система про нього не дізнається: бонуси не нарахуються й не спишуться.',
    setAsideRollback: 'Чек № {{number}} залишиться в бонусній системі, хоча на касі його скасовано.',
    setAsideReturn:
      'Повернення за чеком № {{number}} вважатиметься таким, що не відбулося: товари залишаться проданими.',
    setAsideBenefit: 'ЄЦС не дізнається, що пільгу використано: вона залишиться непідтвердженою.',
    setAsideRefusal: 'У ЄЦС пільга залишиться початою, хоча нею не скористалися.',
    setAsideConfirm: 'Так, закрити',
    acceptTitle: 'Чек є в MaxBonus?',
    acceptQuestion:
      'Ви подивилися в особистому кабінеті MaxBonus, і чек № {{number}} там є. Він вважатиметься проведеним.',
    acceptConfirm: 'Так, є',
  },
};
