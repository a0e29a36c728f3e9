/** What has to be on screen: an element whose text is like one text, or unlike another. */
export interface Wanted {
  readonly selector: string;
  /** The source of a regular expression. */
  readonly like?: string;
  readonly unlike?: string;
}

/** How the frames were while a table was scrolled, in milliseconds. */
export interface Frames {
  readonly deltas: readonly number[];
  /** The longest time for which a row on screen had no cells, or there was no row where one belongs. */
  readonly longestBlank: number;
  /** Frames in which the page itself worked for more than 50 ms. */
  readonly longWork: readonly number[];
  readonly scrolledTo: number;
}

/** What the bench asks of the page, installed before its own scripts. */
export interface PageWatch {
  /** Begins to look for what is wanted; comes back before the click or key that brings it is made. */
  expect(wanted: Wanted, from: 'input' | 'navigation'): void;
  /** Milliseconds from the last click or key (or the navigation's start) until what is expected was painted. */
  painted(): Promise<number>;
  beginFrames(scroller: string): void;
  endFrames(): Frames;
  beginInputs(): void;
  /** Milliseconds from each event of mouse or keyboard until the next paint. */
  endInputs(): readonly number[];
}

declare global {
  interface Window {
    benchWatch: PageWatch;
  }
}

/** Runs in the page: it must not use anything outside itself. */
export function installPageWatch(): void {
  let lastInput = 0;
  for (const type of ['click', 'keydown']) {
    addEventListener(type, ({ timeStamp }) => (lastInput = timeStamp), true);
  }
  const afterPaint = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(null);
    });
  const isThere = ({ selector, like, unlike }: Wanted) =>
    [...document.querySelectorAll(selector)].some((element) => {
      const text = element.textContent ?? '';
      if (element.querySelector('[class*="blank"]')) return false;
      return (like === undefined || new RegExp(like).test(text)) && (unlike === undefined || text !== unlike);
    });

  let frames: { stop(): Frames } | null = null;
  const watchFrames = (selector: string) => {
    const scroller = document.querySelector(selector);
    if (!scroller) throw new Error(`Nothing to scroll: ${selector}`);
    const deltas: number[] = [];
    const longWork: number[] = [];
    let [last, blankSince, longestBlank, going] = [0, 0, 0, true];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longWork.push(duration);
    });
    observer.observe({ type: 'long-animation-frame' });
    const isBlank = () => {
      const rows = scroller.querySelectorAll('[role="rowgroup"] [role="row"]');
      const [first, end] = [rows[0], rows[rows.length - 1]];
      if (!first || !end) return scroller.getAttribute('role') === 'grid';
      const { top, bottom } = scroller.getBoundingClientRect();
      if (first.getBoundingClientRect().top > top + 40 || end.getBoundingClientRect().bottom < bottom - 40)
        return true;
      return [...rows].some((row) => {
        if (!row.querySelector('[class*="blank"]')) return false;
        const place = row.getBoundingClientRect();
        return place.bottom > top + 40 && place.top < bottom;
      });
    };
    const look = (now: number) => {
      if (!going) return;
      if (last > 0) deltas.push(now - last);
      last = now;
      if (isBlank()) blankSince ||= now;
      else if (blankSince > 0) {
        longestBlank = Math.max(longestBlank, now - blankSince);
        blankSince = 0;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    frames = {
      stop: () => {
        going = false;
        observer.disconnect();
        if (blankSince > 0) longestBlank = Math.max(longestBlank, performance.now() - blankSince);
        return { deltas, longestBlank, longWork, scrolledTo: scroller.scrollTop };
      },
    };
  };

  const INPUTS = ['keydown', 'pointermove', 'mousedown', 'click'];
  let delays: number[] = [];
  let expected: Promise<number> = Promise.resolve(0);
  const measure = ({ timeStamp }: Event) => {
    const into = delays;
    afterPaint((at) => into.push(at - timeStamp));
  };
  window.benchWatch = {
    expect: (wanted, from) => {
      expected = new Promise((done) => {
        const armed = performance.now();
        const look = () => {
          if (!(from === 'navigation' || lastInput >= armed) || !isThere(wanted)) {
            requestAnimationFrame(look);
            return;
          }
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(performance.now() - (from === 'input' ? lastInput : 0));
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
    },
    painted: () => expected,
    beginFrames: watchFrames,
    endFrames: () => {
      if (!frames) throw new Error('No frames are watched.');
      return frames.stop();
    },
    beginInputs: () => {
      delays = [];
      for (const type of INPUTS) addEventListener(type, measure, true);
    },
    endInputs: () => {
      for (const type of INPUTS) removeEventListener(type, measure, true);
      return delays;
    },
  };
}
