import type { ru } from './ru.ts';

export const en: typeof ru = {
  product: 'Cashier workstation',
  storage: {
    full: 'there is no room on the disk',
    'read-only': 'it may not be written to',
    'no-files': 'too many files are open',
    failing: 'the disk answers with an error',
  },
  startup: {
    switchNeedsValue: 'The switch {{name}} lacks its value. Example: {{name}} PATH',
    foreignSwitches:
      'The program does not start with {{names}}: they are not among the switches that are allowed and might open the till to others. Take them out of the shortcut or correct them; the guide of the integrator lists those that are allowed.',
    foreignVariables:
      'The program does not start with the environment variables {{names}}: keys of services and data of customers would get into the log of the system. Remove them and start the program again.',
    fewDescriptors:
      'The system lets the program open only {{limit}} files, it needs at least {{needed}}. Raise the limit (ulimit -n, LimitNOFILE) and start the program again.',
    dataDirUnusable: 'The data folder {{dir}} cannot be written: {{reason}}. Name another one with --data-dir.',
    alreadyRunning: 'The program is already running on this data folder: {{dir}}. Go to its window.',
    profileMissing: 'Profile file not found: {{file}}',
    profileUnreadable: 'The profile file cannot be read: {{file}}. {{reason}}',
    profileEncoding:
      'The profile {{file}} is not saved as UTF-8. Open it in an editor and save it in the encoding UTF-8.',
    profileInvalid: 'The profile file {{file}} is filled in wrongly:\n{{reason}}',
    moreFaults: '… and {{more}} more',
    settingsNotStored: 'The settings were not stored in {{file}}: {{reason}}',
    internal: 'The program did not start: {{reason}}. Start it again; if that does not help, tell the administrator.',
    journalUnusable: 'The journal {{file}} cannot be opened: {{reason}}. Check the disk and the rights to the folder.',
    journalDamaged:
      'The journal {{file}} is damaged and could not be restored: {{reason}}. The file is as it was. Check the disk and its free space.',
    journalReadOnly: 'The journal {{file}} may only be read. Check the rights to the file and to its folder.',
    journalDiskFull:
      'There is no room on the disk for the journal {{file}}. Free some space and start the program again.',
    journalNoBackup:
      'The journal {{file}} was not brought to the new version: it could not be copied first ({{reason}}). Free some space and start the program again.',
    journalClaimed: 'Another program is working with the journal {{file}}. Close it or go to its window.',
    journalBusy:
      'Another program holds the journal {{file}}: a tool that somebody opened, a backup or a virus scanner. Close it and start the till again.',
    journalTooNew: 'The journal {{file}} was made by a newer version of the program. Update the program.',
    journalPragma:
      "The journal's disk {{file}} does not support durable writes ({{name}}). Move the data folder with --data-dir.",
  },
  profileFault: {
    'no-json': 'this is no JSON: line {{line}}, column {{column}}, near “{{sign}}”. Check commas, quotes and brackets',
    missing: 'is missing',
    type: 'what is needed: {{type}}',
    'one-of': 'only: {{values}}',
    'unknown-key': 'unknown keys: {{keys}}. Check the spelling',
    'too-short': 'too short, at least {{bound}} signs',
    'too-long': 'too long, at most {{bound}} signs',
    'too-small': 'too small, at least {{bound}}',
    'too-large': 'too large, at most {{bound}}',
    'too-few': 'too few entries, at least {{bound}}',
    'too-many': 'too many entries, at most {{bound}}',
    form: 'is not written as it has to be',
    'https-needed': 'https is needed; http only for this machine (127.0.0.1, localhost)',
    'bare-address': 'only host, port and path: no user, no password, no “?”, no “#”',
    'host-alone': 'a name or an address alone; the port stands in “port”',
    'place-needed': 'path or usb is needed',
    'no-regex': 'no regular expression',
    'spreadsheet-number': 'a spreadsheet has made a number of the code: format the column as text and export again',
    'digits-overlap': 'the digits of article and value overlap or reach beyond the code',
    'group-twice': 'group {{group}} stands there twice',
    'group-parent': 'the parent of group {{group}} is no group',
    'group-round': 'group {{group}} is below itself',
    'unknown-gap': 'in braces only {{gaps}}',
  },
  typeName: {
    string: 'a text in quotes (a number loses its leading zeros)',
    number: 'a number without quotes',
    integer: 'a whole number without quotes',
    boolean: 'true or false',
    array: 'a list in square brackets',
    object: 'a section in braces',
  },
  leaving: {
    question: 'Close the program?',
    sale: 'Receipt {{number}} is not finished. It stays in the program and opens when it is next started.',
    unsent: 'Unsent: {{count}}. The program sends it when it is next started.',
    held: 'Held receipts: {{count}}. They stay in the program.',
    close: 'Close',
    stay: 'Stay',
  },
  export: { title: 'Export of receipts', file: 'receipts-{{day}}' },
  device: { scanner: 'Scanner', printer: 'Printer' },
  sale: { typedAmount: 'Goods for a sum', markup: 'Markup' },
  training: { outlet: 'Training shop', till: 'Till 1', cashier: 'Trainee' },
};
