/** How the user has laid out the columns of a grid. */
export interface Layout {
  readonly columnOrder: string[];
  readonly columnPinning: { readonly start: string[]; readonly end: string[] };
  readonly columnSizing: Record<string, number>;
  readonly columnVisibility: Record<string, boolean>;
}

const PREFIX = 'muster.grid.';

/** The layout that was kept under a name; nothing where there is none. */
export function readLayout(name: string): Partial<Layout> {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? '{}') as Partial<Layout>;
  } catch {
    return {};
  }
}

/** Keeps a layout under a name; where the page may keep nothing, it is only for now. */
export function writeLayout(name: string, layout: Layout): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(layout));
  } catch {
    // Convenience only.
  }
}
