import type { SlipDocument } from '../../app/domain/slip.ts';
import { type Language, words } from '../text/words.ts';

/** The same slip, marked at head and foot so that nobody takes it for the first one. */
export function copyOf(slip: SlipDocument, language: Language): SlipDocument {
  const mark = { kind: 'text', text: words(language)('copy'), align: 'center', bold: true } as const;
  return { blocks: [mark, ...slip.blocks, mark] };
}
