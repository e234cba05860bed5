import type { CommandOutput } from '../../app/contract/commands.ts';
import type { PreviewLine, SetupDraft, SetupView, SlipDraft } from '../../app/contract/setup.ts';
import type { PaperColumns, Preview } from '../../app/domain/printing.ts';
import { type Problem, problem } from '../../app/domain/problem.ts';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import { faultsOf } from '../../app/settings/faults.ts';
import { PRINTER_MODEL_NAMES, PRINTER_MODELS } from '../../app/settings/printer-models.ts';
import { ORDINARY_PRINTER, withTraits } from '../../app/settings/printer-traits.ts';
import type { Profile } from '../../app/settings/profile.ts';
import { type Setup, setupSchema } from '../../app/settings/setup.ts';
import { slipSchema } from '../../app/settings/slip.ts';
import { previewSlip } from '../../printing/preview.ts';
import type { SlipLine } from '../../printing/slip-line.ts';
import { BLANK_PRINTERS, BLANK_SCANNERS } from './blanks.ts';
import { draftOf, setupIn, slipIn, traitsDraft } from './drafts.ts';

export type SetupPorts = {
  /** Keeps a profile as the settings of this till; fails with the system's reason. */
  store(profile: Profile): Result<void, string>;
  /** Something is under way that has to end as it began. */
  isBusy(): boolean;
  /** Goes over to these settings. */
  apply(setup: Setup): void;
};

/**
 * How this till is set up: what its profile said at the start and what was changed since. A till that trains without a profile
 * keeps its devices in settings that name no service, and so goes on training.
 */
export class TillSetup {
  readonly #ports: SetupPorts;
  #profile: Profile;

  constructor(profile: Profile, ports: SetupPorts) {
    this.#profile = profile;
    this.#ports = ports;
  }

  get profile(): Profile {
    return this.#profile;
  }

  read(): SetupView {
    return {
      draft: draftOf(this.#profile),
      blank: { scanners: [...BLANK_SCANNERS], printers: [...BLANK_PRINTERS] },
      models: PRINTER_MODEL_NAMES.map((name) => {
        return { name, label: PRINTER_MODELS[name].label, traits: traitsDraft(withTraits({ model: name })) };
      }),
      codes: this.#profile.codes,
    };
  }

  /** Stores first: what cannot be kept is not taken up, so that the next start finds what was used last. */
  save(draft: SetupDraft): Result<CommandOutput<'setup.save'>, Problem> {
    const read = setupSchema.safeParse(setupIn(draft));
    if (!read.success) return ok({ faults: faultsOf(read.error) });
    if (this.#ports.isBusy()) return fail(problem('busy'));
    const profile = { ...this.#profile, ...read.data };
    const stored = this.#ports.store(profile);
    if (!stored.ok) return fail(problem('settings-not-stored', { reason: stored.error }));
    this.#profile = profile;
    this.#ports.apply(read.data);
    return ok({ faults: [] });
  }

  preview(kind: Preview, draft: SlipDraft, columns: PaperColumns): CommandOutput<'setup.preview'> {
    const read = slipSchema.safeParse(slipIn(draft));
    if (!read.success) {
      const faults = faultsOf(read.error).map((fault) => ({ ...fault, path: ['slip', ...fault.path] }));
      return { faults, lines: [] };
    }
    const { outlet, language } = this.#profile;
    const lines = previewSlip(kind, { outlet, language, slip: read.data }, { ...ORDINARY_PRINTER, columns });
    return { faults: [], lines: lines.map(previewLine) };
  }
}

function previewLine(line: SlipLine): PreviewLine {
  if (line.kind === 'text') return { text: line.text, bold: line.bold, large: line.large, qr: null };
  const qr = line.kind === 'qr' ? line.modules.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')) : null;
  return { text: line.text, bold: false, large: false, qr };
}
