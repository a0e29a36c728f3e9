import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, fileHandle, inWorkspace, type Saved, target } from './calls.ts';
import type { RecipesForFiles } from './recipe-fits.ts';
import type { ParameterValue } from './reconciliation.ts';

/** What the first screen shows. */
export interface Home {
  readonly recipes: readonly RecipeCard[];
  /** Latest first. */
  readonly recents: readonly RecentWorkspace[];
  /** The folder in which new workspaces are made. */
  readonly folder: string;
}

export interface RecipeCard {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly entity: string;
  /** Names of its sources. */
  readonly sources: readonly string[];
  readonly hasSample: boolean;
  /** Whether the audit of a pipeline that runs elsewhere belongs to it. */
  readonly audits: boolean;
}

export interface RecentWorkspace {
  readonly path: string;
  readonly name: string;
  readonly recipeTitle: string;
  /** UTC instant, ISO. */
  readonly openedAt: string;
  /** Whether the file is still there. */
  readonly there: boolean;
}

/** What the frame of the window shows: what the workspace is, and each step's figure. */
export interface Overview {
  readonly workspace: string;
  readonly name: string;
  readonly path: string;
  readonly recipe: RecipeInfo;
  readonly files: {
    readonly loaded: number;
    readonly sources: number;
    readonly missing: number;
    readonly waiting: number;
  };
  readonly quarantine: QuarantineFigures;
  readonly run: RunState;
  readonly runs: number;
  readonly offers: number;
  /** How often something of it has changed since it was opened. */
  readonly changes: number;
}

/** Records by what became of them in the quarantine. */
export interface QuarantineFigures {
  readonly open: number;
  readonly setAside: number;
  readonly corrected: number;
}

/** Whether the figures on screen stand for the files, corrections and recipe as they are now. */
export type RunState = ({ readonly kind: 'none' } & NextRun) | LastRunState;

/** Whether a run can be made. */
export interface NextRun {
  /** Required sources without a file: a run can be made without them, if the user wants that. */
  readonly missing: readonly string[];
  /** What keeps a run from being made besides, in sentences. */
  readonly blockers: readonly string[];
}

export interface LastRunState extends NextRun {
  readonly kind: 'current' | 'outdated';
  readonly run: number;
  readonly asOf: string;
  readonly entered: number;
  readonly delivered: number;
  readonly balanced: boolean;
  /** Why its result is to be taken with care, in sentences of the recipe. */
  readonly cautions: readonly string[];
  /** Sentences that say by how much it is out of date: "12 corrections since", "2,067 more records of bookings are accepted". */
  readonly differences: readonly string[];
}

/** A recipe as the app shows it; the renderer knows no other description of the data. */
export interface RecipeInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly entity: string;
  readonly key: readonly string[];
  readonly params: readonly ParamInfo[];
  readonly sources: readonly SourceInfo[];
  readonly tables: readonly { readonly table: string; readonly from: string; readonly description: string }[];
  /** Tables that are derived from rows of other tables. */
  readonly derived: readonly { readonly table: string; readonly of: string; readonly description: string }[];
  /** Full joins of tables, each with the tables that it joins. */
  readonly merged: readonly {
    readonly table: string;
    readonly of: readonly string[];
    readonly description: string;
  }[];
  /** In order; the first is the entry of the population, and some have no rule. */
  readonly stages: readonly {
    readonly stage: string;
    readonly title: string;
    readonly description: string;
  }[];
  readonly rules: readonly RuleInfo[];
  /** Columns of the key by which figures are grouped; empty: by none. */
  readonly by: readonly string[];
  /** Whether runs are published, so that later ones know what they delivered. */
  readonly publishes: boolean;
  /** What runs of a workspace keep for later ones. */
  readonly history: readonly { readonly table: string; readonly description: string }[];
  readonly audits: boolean;
  /** Whether its insights say in sentences what to do: they are what a run is looked at for. */
  readonly advises: boolean;
  readonly outputs: readonly OutputInfo[];
  /** Small tables that stand in it and can be changed. */
  readonly lookups: readonly { readonly lookup: string; readonly title: string }[];
}

export interface ParamInfo {
  readonly name: string;
  readonly type: 'integer' | 'decimal' | 'date' | 'text' | 'boolean' | 'id';
  readonly title: string;
  readonly description: string;
  readonly default: string | null;
  /** The texts that it may be; null: any value of its type. */
  readonly values: readonly string[] | null;
  /** By a value, the sentence of which a run with it warns. */
  readonly warns: Readonly<Record<string, string>>;
}

export interface SourceInfo {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Whether files are added to those that are loaded, and never take the place of one. */
  readonly incremental: boolean;
  readonly files: readonly string[];
  readonly unique: readonly (readonly string[])[];
  /** Columns of the recipe's key by which its records are an entity's: all, a part, or none. */
  readonly entityKey: readonly string[];
  readonly columns: readonly ColumnInfo[];
}

export type ColumnKind =
  | 'id'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'timestamp'
  | 'boolean'
  | 'enum'
  | 'email';

export interface ColumnInfo {
  readonly name: string;
  /** How files write it, and how reasons name it. */
  readonly header: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
  readonly description: string;
  /** What it takes, in words: "a real day, written year-month-day". */
  readonly takes: string;
}

export interface RuleInfo {
  readonly rule: string;
  readonly stage: string;
  readonly title: string;
  readonly description: string;
  /** Empty where they stand in the data. */
  readonly reasons: readonly string[];
  readonly scope: 'everybody' | 'survivors';
}

export interface OutputInfo {
  readonly name: string;
  readonly file: string;
  readonly description: string;
  readonly delivers: boolean;
  /** The place of its layer among those of the recipe, from 0. */
  readonly layer: number;
  /** Whether a run writes it to its folder; else it is a list of the app alone. */
  readonly written: boolean;
  readonly title: string;
  readonly columns: readonly {
    readonly name: string;
    readonly description: string;
    readonly kind: 'plain' | 'boolean' | 'integer' | 'decimal' | 'date' | 'timestamp';
    /** Whether it stands in files; else only in the list of the app. */
    readonly written: boolean;
  }[];
}

/** The parameters of a run, as they were bound. */
export type Params = Readonly<Record<string, ParameterValue>>;

export const workspaceCalls = {
  home: call.output(type<Home>()),
  /** Makes a new workspace for a recipe (a built-in one by its id) in the folder of workspaces and opens it. */
  create: call
    .input(
      z.strictObject({ recipe: z.string().min(1).max(200), name: z.string().min(1).max(120).optional() }),
    )
    .output(type<{ readonly workspace: string }>()),
  /** Makes a new workspace for a recipe that stands in a folder of the user's: the handle of its recipe.yaml or of the folder. */
  createFromFolder: call
    .input(z.strictObject({ folder: fileHandle }))
    .output(type<{ readonly workspace: string }>()),
  /** The same, with the recipe's sample files: their names and handles, to be given to `files.add`. */
  createSample: call.input(z.strictObject({ recipe: z.string().min(1).max(200) })).output(
    type<{
      readonly workspace: string;
      readonly files: readonly { readonly name: string; readonly file: string }[];
      readonly asOf: string;
    }>(),
  ),
  /** Says which built-in recipe takes files, by their headers and names; makes nothing. */
  recipesFor: call
    .input(z.strictObject({ files: z.array(fileHandle).min(1).max(1000) }))
    .output(type<RecipesForFiles>()),
  /** Opens a workspace by the path of a recent one. */
  open: call
    .input(z.strictObject({ path: z.string().min(1).max(4096) }))
    .output(type<{ readonly workspace: string }>()),
  /** Opens a workspace file of the user's; a host that only has a copy of it keeps that in the folder of workspaces. */
  openFile: call.input(z.strictObject({ file: fileHandle })).output(type<{ readonly workspace: string }>()),
  /** Takes a workspace from the list of recent ones; its file stays. */
  forget: call.input(z.strictObject({ path: z.string().min(1).max(4096) })).output(type<Home>()),
  overview: call.input(inWorkspace).output(type<Overview>()),
  saveCopy: call.input(inWorkspace.extend({ target })).output(type<Saved>()),
};
