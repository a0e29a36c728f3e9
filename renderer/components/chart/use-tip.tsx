import { type ReactNode, type RefObject, useState } from 'react';
import styles from './chart.module.css';

interface Tip {
  readonly lines: readonly string[];
  /** In pixels within the frame. */
  readonly x: number;
  readonly y: number;
  /** Which of its edges stands over the mark, so that it stays within the frame. */
  readonly edge: 'start' | 'middle' | 'end';
  /** Whether it stands under the mark, as over it there is no room on screen. */
  readonly isUnder: boolean;
}

interface Tips {
  /** To be drawn at the end of the frame. */
  readonly tip: ReactNode;
  readonly show: (lines: readonly string[], over: Element) => void;
  readonly hide: () => void;
}

/** Half of the widest text over a mark, and the height of one line of it with its frame, in pixels. */
const [HALF_TIP, TIP_HEIGHT, LINE_HEIGHT] = [160, 44, 18];

/** The text over the mark that is pointed at or focused, within a frame that is positioned. */
export function useTip(frame: RefObject<HTMLElement | null>): Tips {
  const [tip, setTip] = useState<Tip | null>(null);
  return {
    tip: tip ? (
      <div
        className={styles.tip}
        data-edge={tip.edge}
        data-under={tip.isUnder || undefined}
        style={{ insetInlineStart: tip.x, insetBlockStart: tip.y }}
        aria-hidden="true"
      >
        {tip.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and they stay in their order.
          <div key={index}>{line}</div>
        ))}
      </div>
    ) : null,
    show: (lines, over) => {
      const around = frame.current?.getBoundingClientRect();
      if (!around) return;
      const box = over.getBoundingClientRect();
      const x = Math.min(Math.max(box.x + box.width / 2 - around.x, 0), around.width);
      const edge = x < HALF_TIP ? 'start' : x > around.width - HALF_TIP ? 'end' : 'middle';
      const isUnder = box.y < TIP_HEIGHT + lines.length * LINE_HEIGHT;
      setTip({ lines, x, y: (isUnder ? box.bottom : box.y) - around.y, edge, isUnder });
    },
    hide: () => setTip(null),
  };
}
