import type { printing as ru } from '../ru/printing.ts';
import type { Wording } from '../wording.ts';

export const printing: Wording<typeof ru> = {
  print: {
    queued: 'Сліп чекає на друк',
    sending: 'Сліп передається на принтер',
    confirmed: 'Надруковано',
    unconfirmed: 'Надіслано на принтер, друк не підтверджено',
    'in-doubt': 'Невідомо, чи надруковано сліп',
    cancelled: 'Не надруковано: скасовано',
    failed: 'Не надруковано: сліп не вдалося підготувати',
    'no-printer': 'Не надруковано: принтер не налаштовано',
  },
  printing: {
    label: 'Друк',
    sale: 'Сліп чека № {{number}}',
    return: 'Сліп повернення',
    registration: 'Сліп реєстрації',
    notice: 'Сліп чека № {{number}}',
    shift: 'Звіт про зміну',
    benefit: 'Сліп пільги',
    test: 'Пробна сторінка',
    waiting: '{{slip}} чекає на друк.',
    inDoubt: '{{slip}}: невідомо, чи надруковано.',
    inDoubtHelp: 'Подивіться, чи вийшов він повністю.',
    printed: 'Надруковано',
    again: 'Ще раз',
    elsewhere: 'На «{{name}}»',
    cancel: 'Не друкувати',
  },
};
