/** What is seen of a long list, in CSS pixels. */
export type Viewport = { readonly scrollTop: number; readonly height: number; readonly rowHeight: number };

/** The rows to draw, and where. */
export type RowWindow = {
  readonly first: number;
  readonly count: number;
  /** Height of what is scrolled. */
  readonly space: number;
  /** Where in it the first row begins. */
  readonly top: number;
};

/** Chromium lays out nothing beyond 33 million pixels; longer lists are scrolled through faster instead. */
const MOST_SPACE = 16_000_000;
/** Rows drawn before and behind those that are seen, so that none is missing while scrolling. */
const MARGIN = 8;

/** The part of `total` rows of one height that has to be drawn. */
export function windowOf({ scrollTop, height, rowHeight }: Viewport, total: number): RowWindow {
  const space = spaceOf(total, rowHeight);
  const passed = passedAt(scrollTop, height, rowHeight, total);
  const first = Math.max(0, Math.floor(passed / rowHeight) - MARGIN);
  const last = Math.min(total, Math.ceil((passed + height) / rowHeight) + MARGIN);
  return { first, count: Math.max(0, last - first), space, top: scrollTop - passed + first * rowHeight };
}

/** How far to scroll for a row to be wholly seen: not at all when it is, else as little as will do. */
export function scrollTo(row: number, viewport: Viewport, total: number): number {
  const { scrollTop, height, rowHeight } = viewport;
  const passed = passedAt(scrollTop, height, rowHeight, total);
  const begins = row * rowHeight;
  const wanted = Math.max(Math.min(passed, begins), begins + rowHeight - height, 0);
  return wanted === passed ? scrollTop : wanted / stretch(height, rowHeight, total);
}

/** Whole rows that fit, at least one: what a page of the keyboard is. */
export function rowsOfPage({ height, rowHeight }: Viewport): number {
  return Math.max(1, Math.floor(height / rowHeight));
}

function spaceOf(total: number, rowHeight: number): number {
  return Math.min(total * rowHeight, MOST_SPACE);
}

/** How much of the rows is above what is seen. */
function passedAt(scrollTop: number, height: number, rowHeight: number, total: number): number {
  const most = Math.max(0, total * rowHeight - height);
  return Math.min(Math.max(0, scrollTop * stretch(height, rowHeight, total)), most);
}

/** Pixels of rows for one that is scrolled. */
function stretch(height: number, rowHeight: number, total: number): number {
  const space = spaceOf(total, rowHeight);
  return space <= height ? 1 : (total * rowHeight - height) / (space - height);
}
