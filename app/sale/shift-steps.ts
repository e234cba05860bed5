import { total } from '../domain/payment.ts';
import { problem } from '../domain/problem.ts';
import { fail } from '../domain/result.ts';
import type { ShiftReport } from '../domain/shift.ts';
import type { Clock, ShiftJournal, SlipComposer, SlipQueue } from './ports.ts';
import { isBlank } from './sale.ts';
import { stored } from './stored.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

type ShiftPorts = {
  readonly shifts: ShiftJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
};

/** The shift: opened by hand or by the first receipt, looked at by X, ended by Z. */
export class ShiftSteps {
  readonly #workspace: Workspace;
  readonly #ports: ShiftPorts;

  constructor(workspace: Workspace, ports: ShiftPorts) {
    this.#workspace = workspace;
    this.#ports = ports;
    this.show();
  }

  open(): Done {
    if (this.#ports.shifts.current()) return fail(problem('shift-open-already'));
    const opened = stored(() => this.#ports.shifts.open());
    if (!opened.ok) return opened;
    this.show();
    return DONE;
  }

  /** The sums so far; `null` between two shifts. */
  report(): ShiftReport | null {
    return this.#ports.shifts.report();
  }

  printX(): Done {
    const report = this.report();
    return report ? this.#print(report, this.#ports.clock.now(), false) : fail(problem('shift-not-open'));
  }

  /**
   * Closes the shift and prints its Z report. What is not done with yet is told first: receipts that wait for their service
   * or are held come with `seen` only. A receipt on the desk must be ended, and so must a held one for which money was taken: it
   * stands in no sum yet, and lies in the drawer.
   */
  close(seen: boolean): Done {
    const { sale, busy, outbox, held } = this.#workspace.state;
    if (busy) return fail(problem('busy'));
    const { at } = sale.stage;
    if (at === 'writing' || at === 'in-doubt' || (at === 'open' && !isBlank(sale))) {
      return fail(problem('shift-receipt-open'));
    }
    const paid = held.find(({ taken }) => total(taken) > 0);
    if (paid) return fail(problem('shift-money-kept', { number: paid.number, ...paid.taken }));
    const pending = outbox.waiting + outbox.dead;
    if (!seen && pending + held.length > 0) return fail(problem('shift-unsent', { pending, held: held.length }));
    const { shifts, compose, slips, clock } = this.#ports;
    const closed = stored(() => shifts.close((report) => compose.shift(report, clock.now())));
    if (!closed.ok) return closed;
    if (!closed.value) return fail(problem('shift-not-open'));
    slips.wake();
    this.show();
    this.#workspace.notify('info', problem('shift-closed', { number: closed.value.number }));
    return DONE;
  }

  /** Prints a closed shift's report once more, as a copy: the first came out when it was closed. */
  printZ(number: number): Done {
    const report = this.#ports.shifts.closed(number);
    return report ? this.#print(report, report.closedAt ?? report.openedAt, true) : fail(problem('nothing-to-print'));
  }

  past(most: number): readonly ShiftReport[] {
    return this.#ports.shifts.past(most);
  }

  #print(report: ShiftReport, at: number, copy: boolean): Done {
    const printed = stored(() => this.#ports.slips.print(this.#ports.compose.shift(report, at), 'shift', copy));
    return printed.ok ? DONE : printed;
  }

  /** Shows which shift is open by now. */
  show(): void {
    this.#workspace.showShift(this.#ports.shifts.current());
  }
}
