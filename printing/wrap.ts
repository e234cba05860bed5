/** Breaks text at spaces; a word longer than `width` is cut. Spaces inside a line stay, those at its end go. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text.trimEnd();
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const head = rest.slice(0, space).trimEnd();
    const cut = space < 0 || head === '' ? width : space;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}

export function centre(line: string, width: number): string {
  const text = line.trim();
  return (' '.repeat(Math.floor((width - text.length) / 2)) + text).trimEnd();
}

/** The label on the left, the value on the right: of the label's last line, else of lines of its own. Both are whole. */
export function pair(label: string, value: string, width: number): string[] {
  const labels = wrap(label, width);
  const values = wrap(value, width);
  const last = labels.at(-1) ?? '';
  if (values.length === 1 && last.length + 1 + value.length <= width) {
    return [...labels.slice(0, -1), (last + value.padStart(width - last.length)).trimEnd()];
  }
  return [...labels, ...values.map((line) => line.padStart(width))];
}
