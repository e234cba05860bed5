import './option-list.css';
import { type KeyboardEvent, type ReactNode, useEffect, useId } from 'react';
import { actOn } from '../keys/use-keys.ts';
import { useInitialFocus } from './focus.ts';
import { Option } from './option.tsx';

type OptionListProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string | number;
  /** The place of the one the keyboard is on. */
  readonly at: number;
  readonly onMove: (at: number) => void;
  /** What Enter and a click do; left out, a click only moves there. */
  readonly onTake?: (item: Item) => void;
  /** The keyboard starts here. */
  readonly focused?: boolean;
  readonly children: (item: Item) => ReactNode;
};

/** A list that has the keyboard as a whole: the arrow keys move through it. */
export function OptionList<Item>(props: OptionListProps<Item>) {
  const { label, items, keyOf, at, onMove, onTake, focused = false, children } = props;
  const listId = useId();
  const focus = useInitialFocus<HTMLDivElement>(focused);
  const last = items.length - 1;
  const active = items[at];
  const activeId = active === undefined ? undefined : `${listId}-${keyOf(active)}`;

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const act = (event: KeyboardEvent) =>
    actOn(event.nativeEvent, {
      lineUp: () => onMove(Math.max(0, at - 1)),
      lineDown: () => onMove(Math.min(at + 1, last)),
      ...(onTake && active !== undefined && { confirm: () => onTake(active) }),
    });
  return (
    <div
      {...focus}
      role="listbox"
      className="option-list"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={activeId}
      onKeyDown={act}
    >
      {items.map((item, place) => (
        <Option
          key={keyOf(item)}
          id={`${listId}-${keyOf(item)}`}
          active={place === at}
          onPress={() => (onTake ? onTake(item) : onMove(place))}
        >
          {children(item)}
        </Option>
      ))}
    </div>
  );
}
