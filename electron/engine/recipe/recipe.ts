import type { InsightShape } from '../../contract/insights.ts';
import type { Beside } from '../ingest/beside.ts';
import type { Delimiter } from '../ingest/delimiter.ts';
import type { Normaliser } from '../ingest/normalise.ts';
import type { ColumnType } from '../ingest/values.ts';

/** A recipe once it is read and checked: nothing in it is left to be looked up. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** What one row of the population is, in the singular: `customer`. */
  readonly entity: string;
  /** The columns that name an entity. */
  readonly key: readonly string[];
  readonly params: readonly Param[];
  readonly dates: readonly DerivedDate[];
  readonly sources: readonly Source[];
  readonly lookups: readonly Lookup[];
  /** In order; tables and outputs name theirs. A recipe that names none has one, `ONLY_LAYER`. */
  readonly layers: readonly string[];
  readonly tables: readonly TableStep[];
  /** The table whose rows are the entities. */
  readonly population: string;
  /** All stages in order; the first is the entry of the population, and some have no rule. */
  readonly stages: readonly Stage[];
  /** In order: the first that excludes an entity gives the reason. */
  readonly rules: readonly Rule[];
  /** The file of those whom the rules drop. */
  readonly dropouts: string;
  /** How figures are grouped; undefined: not at all. */
  readonly by: Grouping | undefined;
  /** What published runs delivered, as tables. */
  readonly published: readonly PublishedTable[];
  /** What earlier runs wrote, as tables. */
  readonly history: readonly HistoryTable[];
  /** Whether the audit of pipelines that run elsewhere belongs to it. */
  readonly audits: boolean;
  readonly outputs: readonly Output[];
  readonly controls: readonly Control[];
  readonly diagnostics: readonly Diagnostic[];
  readonly insights: readonly InsightStep[];
  /** Charts of one entity, whose queries bind the columns of the key; without records and lookup. */
  readonly profile: readonly InsightStep[];
  /** The files it was read from. */
  readonly text: RecipeText;
}

/** The layer of a recipe that names none. */
export const ONLY_LAYER = '';

/** The files of a recipe: `recipe.yaml` and its SQL, by their path within the folder. */
export interface RecipeText {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * An SQL query of a recipe, its macros expanded so that line numbers stay. It ends with its last word, without
 * semicolon or comment, so that it can stand within other SQL.
 */
export interface Query {
  /** Path within the recipe's folder. */
  readonly file: string;
  readonly sql: string;
  /** Names of the parameters it binds (`window_start` for `:window_start`). */
  readonly parameters: readonly string[];
}

export type ParamType = 'integer' | 'decimal' | 'date' | 'text' | 'boolean' | 'id';

export interface Param {
  readonly name: string;
  readonly type: ParamType;
  readonly title: string;
  readonly description: string;
  /** As text, like on the command line; a parameter without one must be given. */
  readonly default: string | undefined;
  /** The texts that it may be; undefined: any value of its type. */
  readonly values: readonly string[] | undefined;
  /** By a value of the parameter, the sentence of which a run with it warns. */
  readonly warns: Readonly<Record<string, string>>;
}

/** A day derived from the as-of date: `as_of` minus so many days (a number, or the name of an integer parameter). */
export interface DerivedDate {
  readonly name: string;
  readonly minusDays: number | string;
  readonly description: string;
}

export interface Source {
  readonly name: string;
  readonly description: string;
  /** File name patterns, the first that matches decides; `*` stands for any characters. */
  readonly files: readonly string[];
  readonly required: boolean;
  /** Each a list of columns in which no two accepted records may agree. */
  readonly unique: readonly (readonly string[])[];
  /** Whether files are added to those that are loaded, and one whose content is there already adds nothing. */
  readonly incremental: boolean;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  /** How files write it, and how reasons name it. */
  readonly header: string;
  /** A value that stands for every id. */
  readonly all?: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly description: string;
  /** Of a text: what it takes where other columns, which have no such conditions, have certain values. */
  readonly beside?: readonly Beside[];
  /** Of a text: how its values are made alike before they are stored, one after the other. */
  readonly normalise?: readonly Normaliser[];
  /** Of a number: columns of the same type whose value of the record it may not be below, or above. */
  readonly leastColumn?: string;
  readonly mostColumn?: string;
}

/** A small table that stands in the recipe as data: queries see it by its name. */
export type Lookup = ListLookup | GridLookup;

interface AnyLookup {
  readonly lookup: string;
  readonly title: string;
  readonly description: string;
}

export interface LookupColumn {
  readonly column: string;
  readonly title: string;
}

/** Rows of texts, named by the first. */
export interface ListLookup extends AnyLookup {
  readonly kind: 'list';
  readonly key: LookupColumn;
  readonly columns: readonly LookupColumn[];
  /** The key's value, then one for each column. */
  readonly rows: readonly (readonly string[])[];
}

/** A value for each pair of a row and a column. */
export interface GridLookup extends AnyLookup {
  readonly kind: 'grid';
  readonly rows: LookupAxis;
  readonly columns: LookupAxis;
  /** `of`: the list of whose keys each value is one. */
  readonly value: LookupColumn & { readonly of: string | undefined };
  /** By row, then by column. */
  readonly cells: readonly (readonly string[])[];
}

export interface LookupAxis extends LookupColumn {
  readonly values: readonly (string | number)[];
}

export type TableStep = SourceTable | DerivedTable | MergedTable;

/** What every table has. */
interface AnyTable {
  readonly table: string;
  readonly description: string;
  readonly layer: string;
  readonly query: Query;
  /** Columns that name a row. */
  readonly key: readonly string[];
}

/** A step that derives rows from a source; every row carries the `record` of the source that it keeps. */
export interface SourceTable extends AnyTable {
  readonly kind: 'source';
  readonly from: string;
  /** Column by which the latest row of a key is kept; equal values: the later record. Absent: the query returns one row a key. */
  readonly latest: string | undefined;
}

/** A step that derives rows from those of another table. */
export interface DerivedTable extends AnyTable {
  readonly kind: 'derived';
  /** The table whose rows it accounts for. */
  readonly of: string;
  /**
   * `one`: each row of that table has exactly one row here, under the same key; `group`: each belongs to exactly one row here, whose key it
   * has among its columns; `any`: it may have several or none.
   */
  readonly rows: 'one' | 'group' | 'any';
  readonly joins: readonly Join[];
}

/** A step that joins several tables in full: each of their rows stands in exactly one row here. */
export interface MergedTable extends AnyTable {
  readonly kind: 'merged';
  readonly merges: readonly MergedPart[];
}

/** A table of a full join, and the columns that both have, by which its rows stand there. */
export interface MergedPart {
  readonly table: string;
  readonly on: readonly string[];
}

/** What a derived table's query joins to, and what is expected of it. */
export interface Join {
  /** A source or a table. */
  readonly to: string;
  /** Columns that both have. */
  readonly on: readonly string[];
  /** `n:1`: no key stands twice in `to`; `1:1`: and each row has just one partner. */
  readonly expects: 'n:1' | '1:1';
}

export interface Stage {
  readonly stage: string;
  readonly title: string;
  readonly description: string;
}

/** By what figures are grouped: columns of the key. */
export interface Grouping {
  readonly columns: readonly string[];
  /** The table that has a row for each group, also for one without an entity. */
  readonly table: string;
  /** The column of that table that says in words what a group is. */
  readonly title: string | undefined;
}

/** The rows that published runs delivered, under a table's name: `run`, `as_of` and these columns. */
export interface PublishedTable {
  readonly table: string;
  readonly description: string;
  /** Name of the output. */
  readonly output: string;
  readonly columns: readonly string[];
}

/** The rows of an output as earlier runs of a workspace wrote them, under a table's name: `run`, `as_of` and the output's columns. */
export interface HistoryTable {
  readonly table: string;
  readonly description: string;
  /** Name of the output. */
  readonly output: string;
  /** `as_of`: a run takes the place of an earlier one as of the same day; `run`: each stays. */
  readonly by: 'as_of' | 'run';
}

export interface Rule {
  /** Unique name; the stage's name unless the recipe gives one. */
  readonly rule: string;
  readonly stage: string;
  readonly title: string;
  readonly description: string;
  /** The reasons that it may give; or a query for them where they stand in the data. */
  readonly reasons: readonly string[] | Query;
  /** `everybody`: looks at the whole population; `survivors`: only at whom the rules before it left. */
  readonly scope: 'everybody' | 'survivors';
  readonly query: Query;
}

export interface Output {
  readonly file: string;
  /** The name under which controls see its rows: the file's name without extension, with `_` for `-`. */
  readonly name: string;
  readonly description: string;
  /** Whether its rows are delivered, with the key columns: such outputs hold each survivor once together. */
  readonly delivers: boolean;
  /** Whether a run writes its file; else it is a list in the app. */
  readonly written: boolean;
  readonly title: string;
  readonly layer: string;
  /** What stands between the cells of its file. */
  readonly delimiter: Delimiter;
  /** Further formats in which a run writes its rows, each in a file of its own. */
  readonly also: readonly 'parquet'[];
  /** Of which runs a workspace keeps its rows: of each, or of the last alone. */
  readonly kept: 'always' | 'last';
  /** To whom `--deliver` takes its file. */
  readonly team: string | undefined;
  readonly query: Query;
  /** In the order of the file. */
  readonly columns: readonly OutputColumn[];
}

export interface OutputColumn {
  readonly name: string;
  readonly description: string;
  /** Whether it stands in files; else only in the list of the app. */
  readonly written: boolean;
  readonly format: OutputFormat;
}

/**
 * What the values of a column are: `decimal` is an integer of ten-thousandths, written with so many decimals; `boolean` is 0 or 1;
 * `timestamp` is UTC text as sources store it; `plain` whatever the query returns.
 */
export type OutputFormat =
  | { readonly kind: 'plain' | 'boolean' | 'integer' | 'date' | 'timestamp' }
  | { readonly kind: 'decimal'; readonly decimals: number };

/** Two independent sums that must agree: a query that returns one row, `left` and `right`. */
export interface Control {
  readonly control: string;
  readonly description: string;
  /** Whether they are whole numbers; else they are ten-thousandths. */
  readonly counts: boolean;
  readonly query: Query;
}

/** A chart, and the query that returns its data: a row a mark. */
export type InsightStep = InsightShape & {
  readonly insight: string;
  readonly title: string;
  readonly description: string;
  /** Figures are whole numbers; of the formats `money` and `rate` ten-thousandths. */
  readonly query: Query;
  /** Returns the records behind a mark; binds what names it (see `markParameters`) as texts. */
  readonly records: Query | undefined;
  /** The lookup that decides what it shows. */
  readonly lookup: string | undefined;
};

/** A saved query for the question behind a surprise. */
export interface Diagnostic {
  readonly diagnostic: string;
  readonly title: string;
  readonly description: string;
  readonly query: Query;
  /** Values that it asks for when it is run. */
  readonly params: readonly Param[];
  /** What a run warns of when it returns one row, or many (`{rows}`); undefined: of nothing. */
  readonly warns: { readonly one: string; readonly many: string } | undefined;
}
