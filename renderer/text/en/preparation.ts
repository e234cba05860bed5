import type { preparation as ru } from '../ru/preparation.ts';
import type { Wording } from '../wording.ts';

export const preparation: Wording<typeof ru> = {
  preparation: {
    restore: 'The journal is being restored',
    migrate: 'The journal is being updated',
    progress: 'How much is done',
    percent: '{{percent}}%',
    step: {
      reading: 'Reading the damaged file',
      refilling: 'Adding what is missing from the backup',
      checking: 'Checking what was restored',
      'backing-up': 'Copying the journal',
      migrating: 'Bringing the journal to the new version of the program',
    },
    help: 'A large journal takes a few minutes, then the till opens. If you close the program, it begins anew at the next start; the files stay whole.',
  },
};
