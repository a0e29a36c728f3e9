import { expect, test } from 'vitest';
import { PAGE, ViewRows } from './view-rows.ts';

/** A view of so many rows whose pages come when they are let. */
function aView(rows: number) {
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  const broken: unknown[] = [];
  const page = (from: number, count: number) => ({
    from,
    rows: Array.from({ length: Math.min(count, rows - from) }, (_, index) => ({
      id: String(from + index),
      cells: [],
    })),
  });
  const view = new ViewRows(
    { view: 'v', rows, columns: [] },
    (from, count) => {
      asked.push(from);
      const { promise, resolve } = Promise.withResolvers<ReturnType<typeof page>>();
      waiting.push(() => resolve(page(from, count)));
      return promise;
    },
    (error) => broken.push(error),
  );
  /** Lets all pages come that are asked for, and those that are asked for thereupon. */
  const settle = async () => {
    while (waiting.length > 0) {
      for (const let_ of waiting.splice(0)) let_();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  return { view, asked, settle };
}

test('what is on screen is fetched first, then its neighbours', async () => {
  const { view, asked, settle } = aView(10_000);
  view.want(1000, 1040);
  await settle();
  expect(asked).toEqual([1000, 1200, 800]);
  expect(view.rowAt(1039)?.id).toBe('1039');
  expect(view.rowAt(5000)).toBeUndefined();
});

test('a fast scroll does not fetch what it has passed', async () => {
  const { view, asked, settle } = aView(1_000_000);
  for (let at = 0; at < 900_000; at += 10_000) view.want(at, at + 40);
  view.want(900_000, 900_040);
  await settle();
  expect(asked.length).toBeLessThanOrEqual(5);
  expect(view.rowAt(900_000)?.id).toBe('900000');
});

test('listeners hear of rows that have come, and the version says so', async () => {
  const { view, settle } = aView(100);
  let heard = 0;
  const stop = view.subscribe(() => heard++);
  const before = view.version();
  view.want(0, 40);
  await settle();
  expect(heard).toBe(1);
  expect(view.version()).not.toBe(before);
  stop();
});

test('only the latest pages are kept', async () => {
  const { view, settle } = aView(1_000_000);
  for (let page = 0; page < 60; page += 3) {
    view.want(page * PAGE, page * PAGE + 1);
    await settle();
  }
  expect(view.rowAt(0)).toBeUndefined();
  expect(view.rowAt(57 * PAGE)?.id).toBe(String(57 * PAGE));
});

test('many rows are read a thousand at a time, and none beyond the last', async () => {
  const { view, asked, settle } = aView(2500);
  const reading = view.read(100, 9999);
  await settle();
  const rows = await reading;
  expect([rows.length, rows[0]?.id, rows.at(-1)?.id]).toEqual([2400, '100', '2499']);
  expect(asked).toEqual([100, 1100, 2100]);
});
