import type { shiftCommands } from '../../app/contract/shift.ts';
import { ok } from '../../app/domain/result.ts';
import type { ShiftSteps } from '../../app/sale/shift-steps.ts';
import type { HandlersOf } from '../ipc.ts';

export function shiftHandlers(shifts: ShiftSteps): HandlersOf<keyof typeof shiftCommands> {
  return {
    'shift.open': () => shifts.open(),
    'shift.report': () => ok(shifts.report()),
    'shift.printX': () => shifts.printX(),
    'shift.close': ({ seen }) => shifts.close(seen),
    'shift.past': ({ most }) => ok(shifts.past(most)),
    'shift.printZ': ({ number }) => shifts.printZ(number),
  };
}
