import type { printing as ru } from '../ru/printing.ts';
import type { Wording } from '../wording.ts';

export const printing: Wording<typeof ru> = {
  print: {
    queued: 'The slip waits to be printed',
    sending: 'The slip is going to the printer',
    confirmed: 'Printed',
    unconfirmed: 'Sent to the printer, printing not confirmed',
    'in-doubt': 'It is not known whether the slip was printed',
    cancelled: 'Not printed: cancelled',
    failed: 'Not printed: the slip could not be made ready',
    'no-printer': 'Not printed: no printer is set up',
  },
  printing: {
    label: 'Printing',
    sale: 'The slip of receipt {{number}}',
    return: 'The slip of a return',
    registration: 'The slip of a registration',
    notice: 'The slip of receipt {{number}}',
    shift: 'The report of a shift',
    benefit: 'The slip of a benefit',
    test: 'The test page',
    waiting: '{{slip}} waits to be printed.',
    inDoubt: '{{slip}}: it is not known whether it was printed.',
    inDoubtHelp: 'Look whether all of it came out.',
    printed: 'It was printed',
    again: 'Print again',
    elsewhere: 'On «{{name}}»',
    cancel: 'Do not print',
  },
};
