import { type Drawing, hasMark } from './drawing.ts';

/** A mark by the keys of its place and its series. */
export interface MarkName {
  readonly place: string;
  readonly series: string;
}

const STEPS: Readonly<Record<string, readonly [places: number, series: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The mark that a key leads to from another: left and right along the axis, up and down through a place; null where it leads to none. */
export function walkMarks(drawing: Drawing, from: MarkName, key: string): MarkName | null {
  const { places, series } = drawing;
  const drawn = (place: number, at: number) => {
    const [where, what] = [places[place], series[at]];
    return where && what && hasMark(drawing, where, what) ? { place: where.key, series: what.key } : null;
  };
  const placeAt = places.findIndex((place) => place.key === from.place);
  const seriesAt = series.findIndex((each) => each.key === from.series);
  if (key === 'Home' || key === 'End') {
    const order = places.map((_, index) => (key === 'Home' ? index : places.length - 1 - index));
    return firstOf(order, (place) => nearest(seriesAt, series.length, (at) => drawn(place, at)));
  }
  const step = STEPS[key];
  if (!step) return null;
  const [along, through] = step;
  if (through !== 0) {
    for (let at = seriesAt + through; at >= 0 && at < series.length; at += through) {
      const found = drawn(placeAt, at);
      if (found) return found;
    }
    return null;
  }
  for (let place = placeAt + along; place >= 0 && place < places.length; place += along) {
    const found = nearest(seriesAt, series.length, (at) => drawn(place, at));
    if (found) return found;
  }
  return null;
}

/** The mark that the keyboard comes to first. */
export function firstMark(drawing: Drawing): MarkName | null {
  for (const place of drawing.places) {
    const found = drawing.series.find((series) => hasMark(drawing, place, series));
    if (found) return { place: place.key, series: found.key };
  }
  return null;
}

/** What is found nearest to an index: there, else below, else above. */
function nearest<T>(index: number, count: number, find: (at: number) => T | null): T | null {
  const order = Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => Math.abs(a - index) - Math.abs(b - index) || a - b,
  );
  return firstOf(order, find);
}

function firstOf<T>(order: readonly number[], find: (at: number) => T | null): T | null {
  for (const at of order) {
    const found = find(at);
    if (found) return found;
  }
  return null;
}
