import type { View } from '../../app/contract/view.ts';
import type { Screen } from '../screen.ts';

/** What calls the cashier, who looks at the goods and not at the screen. */
export type Sound = 'not-sold' | 'question' | 'error' | 'warning';

/** The sound for what has come up on the screen; of several the one that matters most. `null`: nothing new. */
export function soundOf(before: Screen, now: Screen): Sound | null {
  const [earlier, view] = [before.view, now.view];
  // What a page finds when it opens was told before.
  if (!earlier || !view) return null;
  if (view.sale.number === earlier.sale.number ? unsold(view) > unsold(earlier) : unsold(view) > 0) return 'not-sold';
  const notice = view.notice?.id === earlier.notice?.id ? null : view.notice;
  if (notice?.tone === 'error' || (now.failure !== null && now.failure !== before.failure)) return 'error';
  if (view.question && view.question.id !== earlier.question?.id) return 'question';
  const warned = view.warnings.at(-1)?.id !== earlier.warnings.at(-1)?.id && view.warnings.length > 0;
  return warned || notice?.tone === 'warning' ? 'warning' : null;
}

function unsold(view: View): number {
  return view.unsold.reduce((sum, { times }) => sum + times, 0);
}
