import type { PrinterDraft, setupCommands } from '../../app/contract/setup.ts';
import type { Problem } from '../../app/domain/problem.ts';
import { ok, type Result } from '../../app/domain/result.ts';
import type { SettingFault } from '../../app/domain/setting-fault.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import { faultsOf } from '../../app/settings/faults.ts';
import { type PrinterSettings, printerSchema } from '../../app/settings/printers.ts';
import type { Devices } from '../devices/devices.ts';
import type { Printers } from '../devices/printers.ts';
import type { HandlersOf } from '../ipc.ts';
import { printerIn } from '../setup/drafts.ts';
import type { ScanTrial } from '../setup/scan-trial.ts';
import type { TillSetup } from '../setup/till-setup.ts';

export type SetupHandlerParts = {
  readonly setup: Pick<TillSetup, 'read' | 'save' | 'preview'>;
  readonly devices: Pick<Devices, 'find' | 'findPrinters'>;
  readonly printers: Pick<Printers, 'tryOut' | 'openDrawerAt'>;
  readonly trial: Pick<ScanTrial, 'listen'>;
  readonly testPage: (printer: PrinterSettings) => SlipDocument;
};

/** The commands of setting the till up. */
export function setupHandlers(parts: SetupHandlerParts): HandlersOf<keyof typeof setupCommands> {
  const { setup, devices, printers, trial, testPage } = parts;
  return {
    'setup.read': () => ok(setup.read()),
    'setup.save': (draft) => setup.save(draft),
    'setup.find': async () => {
      const [scanners, found] = await Promise.all([devices.find(), devices.findPrinters()]);
      return ok({ scanners: [...scanners], printers: [...found] });
    },
    'setup.preview': ({ kind, slip, columns }) => ok(setup.preview(kind, slip, columns)),
    'setup.testPage': async (draft) => {
      const tried = await onPrinter(draft, (printer) => printers.tryOut(printer, testPage(printer)));
      return tried.ok ? ok({ faults: tried.value.faults, confirmed: tried.value.done === true }) : tried;
    },
    'setup.openDrawer': async (draft) => {
      const opened = await onPrinter(draft, (printer) => printers.openDrawerAt(printer));
      return opened.ok ? ok({ faults: opened.value.faults }) : opened;
    },
    'setup.listen': ({ on }) => {
      trial.listen(on);
      return ok(undefined);
    },
  };
}

type OnPrinter<Done> = { readonly faults: SettingFault[]; readonly done?: Done };

/** Does something with a printer as it stands in the form, unless there are faults in it. */
async function onPrinter<Done>(
  draft: PrinterDraft,
  act: (printer: PrinterSettings) => Promise<Result<Done, Problem>>,
): Promise<Result<OnPrinter<Done>, Problem>> {
  const read = printerSchema.safeParse(printerIn(draft));
  if (!read.success) return ok({ faults: faultsOf(read.error) });
  const done = await act(read.data);
  return done.ok ? ok({ faults: [], done: done.value }) : done;
}
