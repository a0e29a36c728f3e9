import { type RefObject, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** What of a scrolled element is seen, in pixels. */
export interface Viewport {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Follows an element's scrolling and size; the second part is to be called when it was scrolled. */
export function useViewport(element: RefObject<HTMLElement | null>): readonly [Viewport, () => void] {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, left: 0, width: 0, height: 0 });
  const look = useCallback(() => {
    const seen = element.current;
    if (!seen) return;
    const now = {
      top: seen.scrollTop,
      left: seen.scrollLeft,
      width: seen.clientWidth,
      height: seen.clientHeight,
    };
    setViewport((before) => (isSame(before, now) ? before : now));
  }, [element]);
  // In the frame in which it is scrolled: later, the rows that come on screen would be blank for a frame.
  const lookNow = useCallback(() => flushSync(look), [look]);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(look);
    observer.observe(element.current);
    look();
    return () => observer.disconnect();
  }, [element, look]);
  return [viewport, lookNow];
}

function isSame(a: Viewport, b: Viewport): boolean {
  return a.top === b.top && a.left === b.left && a.width === b.width && a.height === b.height;
}
