/** A fault that stands in the extracts, and what an audit has to say of it. */
export interface Planted {
  readonly kind: string;
  readonly stage: string;
  readonly columns: readonly string[];
  /** `solution_id client_id`, in the order of the file in which they are seen. */
  readonly keys: readonly string[];
  /** Rows of these keys in the file in which they are seen. */
  readonly rows: number;
  readonly story: string;
}

/** How a lead is named in the list of what is planted. */
export const keyOf = (solution: string, client: string): string => `${solution} ${client}`;

const NAMED_KEYS = 3;

/** The lines of a Markdown table that says what is planted. */
export function plantedTable(planted: readonly Planted[]): readonly string[] {
  return [
    '| kind | extract | keys | rows | columns | for instance | story |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...planted.map(({ kind, stage, columns, keys, rows, story }) => {
      const named = keys.slice(0, NAMED_KEYS).join(', ');
      return `| ${kind} | ${stage} | ${keys.length} | ${rows} | ${columns.join(', ')} | ${named} | ${story} |`;
    }),
  ];
}
