import type { OpenView, ViewColumn, ViewPage, ViewRow } from '../../../electron/contract/views.ts';
import type { Rows } from './rows.ts';

/** Rows that are fetched at once. */
export const PAGE = 200;
/** Pages that are kept. */
const MOST_PAGES = 40;
/** Pages that are fetched at a time: a fast scroll does not queue up what it has passed. */
const MOST_FETCHES = 2;
/** Rows that one call may fetch. */
const MOST_ROWS = 1000;

/** Fetches rows of an open view. */
export type FetchPage = (from: number, count: number) => Promise<ViewPage>;

/** The rows of an open view, fetched page by page as they come on screen. */
export class ViewRows implements Rows {
  readonly columns: readonly ViewColumn[];
  readonly count: number;
  readonly cut: OpenView['cut'];
  readonly #fetch: FetchPage;
  readonly #onBroken: (error: unknown) => void;
  /** In the order of their use, the latest last. */
  readonly #pages = new Map<number, readonly ViewRow[]>();
  readonly #fetching = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #wanted: readonly number[] = [];
  #version = 0;

  constructor(view: OpenView, fetch: FetchPage, onBroken: (error: unknown) => void) {
    this.columns = view.columns;
    this.count = view.rows;
    this.cut = view.cut;
    this.#fetch = fetch;
    this.#onBroken = onBroken;
  }

  rowAt(index: number): ViewRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  want(from: number, to: number): void {
    const last = Math.ceil(this.count / PAGE) - 1;
    const first = Math.floor(from / PAGE);
    const end = Math.min(Math.floor(Math.max(from, to - 1) / PAGE), last);
    const pages: number[] = [];
    for (let page = first; page <= end; page++) pages.push(page);
    // The neighbours come after what is on screen.
    if (end < last) pages.push(end + 1);
    if (first > 0) pages.push(first - 1);
    this.#wanted = pages;
    for (const page of pages) this.#touch(page);
    this.#next();
  }

  async read(from: number, to: number): Promise<readonly ViewRow[]> {
    const rows: ViewRow[] = [];
    const end = Math.min(to, this.count);
    for (let at = from; at < end; at += MOST_ROWS) {
      rows.push(...(await this.#fetch(at, Math.min(MOST_ROWS, end - at))).rows);
    }
    return rows;
  }

  /** Fetches the first page, so that a grid begins with rows. */
  async begin(): Promise<void> {
    if (this.count > 0) this.#keep(0, (await this.#fetch(0, PAGE)).rows);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  version(): number {
    return this.#version;
  }

  #touch(page: number): void {
    const rows = this.#pages.get(page);
    if (!rows) return;
    this.#pages.delete(page);
    this.#pages.set(page, rows);
  }

  #next(): void {
    for (const page of this.#wanted) {
      if (this.#fetching.size >= MOST_FETCHES) return;
      if (this.#pages.has(page) || this.#fetching.has(page)) continue;
      this.#fetching.add(page);
      this.#fetch(page * PAGE, PAGE)
        .then(({ rows }) => this.#keep(page, rows), this.#onBroken)
        .finally(() => {
          this.#fetching.delete(page);
          if (this.#pages.has(page)) this.#next();
        });
    }
  }

  #keep(page: number, rows: readonly ViewRow[]): void {
    this.#pages.set(page, rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) break;
      this.#pages.delete(oldest);
    }
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}
