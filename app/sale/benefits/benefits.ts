import type { Outbox } from '../outbox/outbox.ts';
import type { Workspace } from '../workspace.ts';
import { BenefitDecisions, type DecisionPorts } from './benefit-decisions.ts';
import type { BenefitSettings } from './benefit-state.ts';
import { BenefitSteps, type StepPorts } from './benefit-steps.ts';
import type { BenefitGateway } from './ports.ts';

export type BenefitPorts = Omit<StepPorts & DecisionPorts, 'benefits'> & {
  /** `null` where the till has no ЕЦС. */
  readonly benefits: BenefitGateway | null;
};

/** Benefits of the ЕЦС at one till. */
export type Benefits = {
  /** What a holder has a right to. */
  readonly steps: BenefitSteps;
  /** What becomes of it. */
  readonly decisions: BenefitDecisions;
};

export function openBenefits(
  workspace: Workspace,
  outbox: Outbox,
  ports: BenefitPorts,
  settings: BenefitSettings | null,
): Benefits | null {
  const { benefits } = ports;
  if (!benefits || !settings) return null;
  const steps = new BenefitSteps(workspace, { ...ports, benefits }, settings);
  const decisions = new BenefitDecisions(workspace, outbox, ports, settings.tellsRefusals, () => steps.refresh());
  return { steps, decisions };
}
