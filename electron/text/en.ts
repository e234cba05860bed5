import type { ru } from './ru.ts';

export const en: typeof ru = {
  product: 'Cashier workstation',
  startup: {
    switchNeedsValue: 'The switch {{name}} lacks its value. Example: {{name}} PATH',
    dataDirUnusable: 'The data folder {{dir}} cannot be written: {{reason}}. Name another one with --data-dir.',
    alreadyRunning: 'The program is already running on this data folder: {{dir}}. Go to its window.',
    profileMissing: 'Profile file not found: {{file}}',
    profileUnreadable: 'The profile file cannot be read: {{file}}. {{reason}}',
    profileInvalid: 'The profile file {{file}} is filled in wrongly:\n{{reason}}',
    settingsNotStored: 'The settings were not stored in {{file}}: {{reason}}',
    internal: 'The program did not start: {{reason}}. Start it again; if that does not help, tell the administrator.',
    journalUnusable: 'The journal {{file}} cannot be opened: {{reason}}. Check the disk and the rights to the folder.',
    journalTooNew: 'The journal {{file}} was made by a newer version of the program. Update the program.',
    journalPragma:
      "The journal's disk {{file}} does not support durable writes ({{name}}). Move the data folder with --data-dir.",
  },
  device: { scanner: 'Scanner', printer: 'Printer' },
  sale: { typedAmount: 'Goods for a sum', markup: 'Markup' },
  training: { outlet: 'Training shop', till: 'Till 1', cashier: 'Trainee' },
};
