/** Browsers draw no element higher than this, in CSS pixels (Chromium: 33,554,428). */
const MOST_HEIGHT = 30_000_000;

/** How far a long list is scrolled, when its true height may be more than an element can have. */
export interface ScrollMap {
  /** Height of the element that is scrolled. */
  readonly height: number;
  /** From where the scroll bar stands to where in the list that is, in pixels. */
  toList(scrollTop: number): number;
  /** The other way round. */
  toScroll(listTop: number): number;
}

/** Maps a list of so many rows into an element; `viewport` is the height that is seen. */
export function scrollMap(rows: number, rowHeight: number, viewport: number): ScrollMap {
  const full = rows * rowHeight;
  const height = Math.min(full, MOST_HEIGHT);
  const scale = height > viewport ? (full - viewport) / (height - viewport) : 1;
  return {
    height,
    toList: (scrollTop) => scrollTop * scale,
    toScroll: (listTop) => listTop / scale,
  };
}
