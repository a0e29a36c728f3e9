import type { Rectangle } from 'electron';
import type { KeptWindow } from './kept-state.ts';

const USUAL = { width: 1280, height: 800 };

/** How much of the window's upper edge has to be on a screen, so that it can be moved. */
const GRIP = { width: 120, height: 40 };

/** Where a window opens: as it was left, unless the screen that it was on is gone. */
export function windowPlace(kept: KeptWindow | undefined, screens: readonly Rectangle[]): Partial<Rectangle> {
  if (!kept) return USUAL;
  const { x, y, width, height } = kept;
  return screens.some((screen) => canBeGripped({ x, y, width, height }, screen))
    ? { x, y, width, height }
    : USUAL;
}

function canBeGripped(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const below = screen.y + screen.height - window.y;
  return across >= GRIP.width && window.y >= screen.y && below >= GRIP.height;
}
