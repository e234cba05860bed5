import { isGtin } from '../../domain/gtin.ts';
import type { ServiceLine, SlipBlock } from '../../domain/slip.ts';
import { fieldsOf } from '../http/service-error.ts';
import { cleanLine } from '../http/service-text.ts';

/** A slip as long as a metre of paper is an error of the service. */
const MOST_LINES = 200;
const LONGEST_CODE = 300;

/** Where an answer may hold what is to be printed; the first that says something counts. Names are [assumed: printed-text]. */
const PLACES = ['lines', 'text', 'print', 'print_text', 'receipt_text', 'check_text', 'footer', 'slip'] as const;

/** The answer, its parts, and theirs. */
const DEEPEST = 2;

/** An answer that is only such a word says «done»; nobody wants it on paper. */
const DONE =
  /^(?:ok|okay|done|success|true|accepted|успешно|принято|готово|выполнено|чек (?:записан|провед[её]н))[.!]?$/i;

/**
 * What the service has printed: a text, a list of texts, or lines with a form of their own, in the answer itself or in a part of it;
 * an answer that says nothing is as good. The forms of lines are those of comparable services: [assumed: printed-lines].
 */
export function printedLines(data: unknown): readonly ServiceLine[] {
  return withoutBlankEnds(linesIn(data, 0).slice(0, MOST_LINES));
}

function linesIn(place: unknown, depth: number): readonly ServiceLine[] {
  if (typeof place === 'string') return DONE.test(place.trim()) ? [] : textLines(place);
  if (Array.isArray(place)) return place.flatMap((item) => linesOf(item));
  const fields = fieldsOf(place);
  if (!fields || depth > DEEPEST) return [];
  const named = PLACES.map((name) => fields[name]);
  const parts = Object.values(fields).filter((part) => fieldsOf(part) !== null);
  return [...named, ...parts].map((part) => linesIn(part, depth + 1)).find(saysSomething) ?? [];
}

function saysSomething(lines: readonly ServiceLine[]): boolean {
  return lines.some((line) => line !== '');
}

const RULES: ReadonlySet<string> = new Set(['line', 'separator', 'rule', 'hr', 'divider']);
const SPACES: ReadonlySet<string> = new Set(['space', 'empty', 'blank', 'feed', 'newline']);

/** One thing of a list, or `depth` lists down; what is no line is none. */
function linesOf(item: unknown, depth = 0): readonly ServiceLine[] {
  if (typeof item === 'string' || typeof item === 'number') return textLines(String(item));
  if (Array.isArray(item)) return columns(item);
  const fields = fieldsOf(item);
  if (!fields) return [];
  const type = textIn(fields, ['type', 'kind']).toLowerCase();
  const content = textIn(fields, ['text', 'value', 'content', 'data', 'code']);
  if (type.includes('qr')) return code({ kind: 'qr', data: content });
  if (/bar_?code|ean|code128/.test(type))
    return code(barcode(content, `${type} ${textIn(fields, ['format', 'symbology'])}`));
  const { rows, cells, columns: across } = fields;
  if (Array.isArray(rows)) return depth < DEEPEST ? rows.flatMap((row) => linesOf(row, depth + 1)) : [];
  if (Array.isArray(cells) || Array.isArray(across)) return columns([cells, across].find(Array.isArray) ?? []);
  const [left, right] = [textIn(fields, ['left', 'label', 'key', 'title']), textIn(fields, ['right', 'value'])];
  if ('right' in fields || 'left' in fields || (left !== '' && right !== '')) return [pair(left, right)];
  if (RULES.has(type) && content === '') return [{ kind: 'rule' }];
  if (SPACES.has(type)) return [''];
  return 'text' in fields || type === 'text' ? styled(fields, content) : [];
}

/** Two columns are a label and its value; more of them, or one, a line each. */
function columns(cells: readonly unknown[]): readonly ServiceLine[] {
  const texts = cells.map((cell) => asText(cell) ?? textIn(fieldsOf(cell) ?? {}, ['text', 'value']));
  const [left = '', right = ''] = texts;
  return texts.length === 2 ? [pair(left, right)] : texts.flatMap(textLines);
}

function styled(fields: Readonly<Record<string, unknown>>, content: string): readonly ServiceLine[] {
  const align = textIn(fields, ['align', 'alignment', 'justify']).toLowerCase();
  const bold = fields['bold'] === true || fields['bold'] === 1 || /bold/i.test(textIn(fields, ['style', 'weight']));
  return textLines(content).map((text): ServiceLine => {
    if (align === 'right') return { ...pair('', text), ...(bold && { bold }) };
    const isCentred = align === 'center' || align === 'centre';
    if (!isCentred && !bold) return text;
    return { kind: 'text', text, ...(isCentred && { align: 'center' }), ...(bold && { bold }) };
  });
}

function pair(left: string, right: string): Extract<SlipBlock, { kind: 'pair' }> {
  return { kind: 'pair', label: cleanLine(left), value: cleanLine(right) };
}

function barcode(data: string, said: string): Extract<SlipBlock, { kind: 'barcode' }> {
  const isEan13 = /ean/.test(said.toLowerCase()) && data.length === 13 && isGtin(data);
  return { kind: 'barcode', symbology: isEan13 ? 'ean13' : 'code128', data };
}

/** Printable ASCII only: no control character gets to a printer inside of a code. */
function code(block: Extract<SlipBlock, { kind: 'qr' | 'barcode' }>): readonly ServiceLine[] {
  if (block.data.length > LONGEST_CODE || block.data === '') return [];
  if (block.kind === 'barcode' && !/^[\x20-\x7e]+$/.test(block.data)) return textLines(block.data);
  return [block.kind === 'qr' ? { kind: 'qr', data: cleanCode(block.data) } : block];
}

function cleanCode(data: string): string {
  return data.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ');
}

function textLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).map(cleanLine);
}

function textIn(fields: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return names.map((name) => asText(fields[name])).find((text) => text !== null) ?? '';
}

function asText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function withoutBlankEnds(lines: readonly ServiceLine[]): readonly ServiceLine[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
