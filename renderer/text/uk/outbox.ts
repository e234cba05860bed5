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
    acceptHelp:
      'Подивіться чек в особистому кабінеті MaxBonus. Якщо він там є, натисніть «Чек є в MaxBonus», якщо ні — «Ні, провести».',
    acceptReturnHelp:
      'Подивіться повернення в особистому кабінеті MaxBonus. Якщо воно там є, натисніть «Повернення є в MaxBonus», якщо ні — «Ні, провести ще раз».',
    acceptBenefitHelp:
      'Подивіться в ЕЦС, F12 за карткою власника. Якщо послуга там є, натисніть «Підтвердження є в ЕЦС», якщо ні — «Повторити».',
    retry: 'Повторити',
    setAside: 'Закрити без надсилання',
    accept: 'Чек є в MaxBonus',
    acceptReturn: 'Повернення є в MaxBonus',
    acceptBenefit: 'Підтвердження є в ЕЦС',
    deny: 'Ні, провести',
    denyReturn: 'Ні, провести ще раз',
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
    acceptReturnTitle: 'Повернення є в MaxBonus?',
    acceptBenefitTitle: 'Підтвердження є в ЕЦС?',
    acceptQuestion:
      'Ви подивилися в особистому кабінеті MaxBonus, і чек № {{number}} там є. Він вважатиметься проведеним.',
    acceptReturnQuestion:
      'Ви подивилися в особистому кабінеті MaxBonus, і повернення за чеком № {{number}} там є. Воно вважатиметься проведеним.',
    acceptBenefitQuestion: 'Ви подивилися в ЕЦС, і послуга там є. Вона вважатиметься підтвердженою.',
    acceptConfirm: 'Так, є',
    denyTitle: 'Чека в MaxBonus немає?',
    denyReturnTitle: 'Повернення в MaxBonus немає?',
    denyQuestion:
      'Ви подивилися в особистому кабінеті MaxBonus, і чека № {{number}} там немає. Його буде проведено ще раз.',
    denyReturnQuestion:
      'Ви подивилися в особистому кабінеті MaxBonus, і повернення за чеком № {{number}} там немає. Його буде проведено ще раз.',
    denyConfirm: 'Так, провести',
  },
};
