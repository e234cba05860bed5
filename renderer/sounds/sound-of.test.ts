import { expect, test } from 'vitest';
import type { View } from '../../app/contract/view.ts';
import { problem } from '../../app/domain/problem.ts';
import { testView } from '../fixture.ts';
import { BLANK_SCREEN, type Screen } from '../screen.ts';
import { soundOf } from './sound-of.ts';

const screen = (change: Parameters<typeof testView>[0] = {}, own: Partial<Screen> = {}): Screen => ({
  ...BLANK_SCREEN,
  view: testView(change),
  ...own,
});
const unsold = (times: number): View['unsold'] => [{ text: '46', times, problem: problem('product-not-found') }];
const question: View['question'] = { id: 1, text: '5678', options: [{ kind: 'promo' }, { kind: 'certificate' }] };
const notice = (tone: 'info' | 'warning' | 'error'): View['notice'] => ({ ...problem('busy'), id: 1, tone });
const warning = { ...problem('secret-not-kept'), id: 1, at: 0, seen: false };

test.each([
  [
    'the same goods that nobody knows once more',
    screen({ unsold: unsold(1) }),
    screen({ unsold: unsold(2) }),
    'not-sold',
  ],
  [
    'goods that nobody knows, for the next receipt',
    screen({ unsold: unsold(2) }),
    screen({ unsold: unsold(1), sale: { number: 8 } }),
    'not-sold',
  ],
  ['what is acknowledged', screen({ unsold: unsold(2) }), screen(), null],
  ['a question', screen(), screen({ question }), 'question'],
  ['the same question in another snapshot', screen({ question }), screen({ question, revision: 2 }), null],
  ['an error', screen(), screen({ notice: notice('error') }), 'error'],
  ['a refusal', screen(), screen({}, { failure: problem('busy') }), 'error'],
  ['a notice that something is to be seen to', screen(), screen({ notice: notice('warning') }), 'warning'],
  ['good news', screen(), screen({ notice: notice('info') }), null],
  ['a warning', screen(), screen({ warnings: [warning] }), 'warning'],
  ['the page that opens', BLANK_SCREEN, screen({ unsold: unsold(1), warnings: [warning] }), null],
] as const)('%s', (_, before, now, sound) => expect(soundOf(before, now)).toBe(sound));
