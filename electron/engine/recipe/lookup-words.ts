import { cell, code, paragraphs, section, table } from './markdown.ts';
import type { Lookup } from './recipe.ts';

/** A lookup in the data dictionary: what it is called, and all that stands in it. */
export function lookupSection(lookup: Lookup): string {
  return section(3, code([lookup.lookup]), [
    paragraphs([lookup.title, lookup.description]),
    ...(lookup.kind === 'list' ? [listTable(lookup)] : gridTable(lookup)),
  ]);
}

function listTable({ key, columns, rows }: Lookup & { kind: 'list' }): string {
  return table([key, ...columns].map(heading), rows);
}

function gridTable({ rows, columns, value, cells }: Lookup & { kind: 'grid' }): readonly string[] {
  return [
    `${heading(value)}, by ${heading(rows)} (down) and ${heading(columns)} (across):`,
    table(
      [code([rows.column]), ...columns.values.map((name) => cell(String(name)))],
      rows.values.map((name, at) => [String(name), ...(cells[at] ?? [])]),
    ),
  ];
}

function heading({ column, title }: { readonly column: string; readonly title: string }): string {
  return `${cell(title)} ${code([column])}`;
}
