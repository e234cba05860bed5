import { TESTED_TABLES } from '../../app/domain/printing.ts';
import type { SlipBlock, SlipDocument } from '../../app/domain/slip.ts';
import type { PrinterTraits } from '../../app/settings/printer-traits.ts';
import { heading, RULE, type SlipStyle, text, title } from './parts.ts';

/** Of those that GS1 leaves to the shops themselves: no product has it. */
const EAN13_SAMPLE = '2000000000008';
const CODE128_SAMPLE = 'TEST-128';

/**
 * Shows what a printer makes of its traits: the width of its lines, the table in which Cyrillic can be read, bold and large
 * signs and every code. The settings are right when it looks as its preview does.
 */
export function testPage(style: SlipStyle, { columns, codeTable, drawerPin }: PrinterTraits, at: number): SlipDocument {
  const { say } = style;
  return {
    blocks: [
      title(say('testPage')),
      ...heading(style, '', at),
      RULE,
      text(say('ruler', { columns })),
      text('1234567890'.repeat(5).slice(0, columns)),
      RULE,
      text(say('whichTable', { table: codeTable })),
      ...TESTED_TABLES.map((table): SlipBlock => ({ kind: 'text', text: say('tableSample', { table }), table })),
      RULE,
      { kind: 'text', text: say('boldSample'), bold: true },
      { kind: 'text', text: say('largeSample'), large: true },
      text(say('codeSamples')),
      { kind: 'qr', data: say('qrSample') },
      { kind: 'barcode', symbology: 'code128', data: CODE128_SAMPLE },
      { kind: 'barcode', symbology: 'ean13', data: EAN13_SAMPLE },
      text(drawerPin === null ? say('noDrawer') : say('drawer', { pin: drawerPin })),
    ],
  };
}
