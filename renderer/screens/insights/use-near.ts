import { type RefCallback, useCallback, useState } from 'react';

/** So far below and above what is seen a part counts as near. */
const MARGIN = '800px 0px';

/** Whether a part of the page has come near to what is seen; once it has, it stays so. */
export function useNear(): readonly [ref: RefCallback<HTMLElement>, isNear: boolean] {
  const [isNear, setNear] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        watch.disconnect();
      },
      { rootMargin: MARGIN, root: scrollerOf(element) },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [ref, isNear];
}

/** The part within which an element is scrolled: a margin counts only around that. */
function scrollerOf(element: HTMLElement): Element | null {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return null;
}
