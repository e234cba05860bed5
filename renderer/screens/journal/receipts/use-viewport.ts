import { type RefObject, useEffect, useState } from 'react';
import type { Viewport } from './window.ts';

/** Height of a row; the stylesheet says the same. */
const ROW_REM = 2.75;

/** What is seen of a list that scrolls, kept up to date. */
export function useViewport(scroller: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ scrollTop: 0, height: 0, rowHeight: ROW_REM * 16 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setViewport(viewportOf(element));
    // Also when the size of the letters changes: then the height does.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller]);
  return viewport;
}

export function viewportOf({ scrollTop, clientHeight }: HTMLElement): Viewport {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { scrollTop, height: clientHeight, rowHeight: ROW_REM * rem };
}
