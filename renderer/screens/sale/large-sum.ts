import type { Question } from '../../../app/contract/view.ts';
import type { Kopecks } from '../../../app/domain/money.ts';

/** The sum that a question is about; `null` when it is about a code. */
export function largeSumOf({ options }: Question): Kopecks | null {
  for (const option of options) if (option.kind === 'large-sum') return option.amount;
  return null;
}
