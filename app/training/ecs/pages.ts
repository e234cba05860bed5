import type { Reply } from './reply.ts';

const LARGEST_PAGE = 100;

/** One page of a list, as the specification has it. */
export function pageReply<Item>(
  items: readonly Item[],
  { pageIndex, pageSize }: { readonly pageIndex: number; readonly pageSize: number },
  show: (item: Item) => unknown,
): Reply {
  const size = Math.min(pageSize, LARGEST_PAGE);
  const pageItems = items.slice(pageIndex * size, (pageIndex + 1) * size).map(show);
  return { status: 200, body: { pageItems, totalItems: items.length, currentPageIndex: pageIndex } };
}
