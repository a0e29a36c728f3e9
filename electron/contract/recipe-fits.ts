/** What the built-in recipes make of files, before there is a workspace. */
export interface RecipesForFiles {
  /** The first of the files that is a workspace, by its name: to be opened; then nothing else is looked at. */
  readonly workspace: string | null;
  /** The recipe that takes every readable file as it is, where there is one and no other. */
  readonly chosen: string | null;
  /** Best first. */
  readonly recipes: readonly RecipeFit[];
  /** The files that can be read, as they are to be given to `files.add`. */
  readonly files: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
}

export interface UnreadableFile {
  readonly name: string;
  readonly problem: string;
  readonly nextStep: string;
}

export interface RecipeFit {
  readonly recipe: string;
  readonly title: string;
  /** Whether it takes every file as it is. */
  readonly takesAll: boolean;
  readonly files: readonly FileFit[];
}

/** What of a file fits the source of a recipe that it fits best. */
export interface FileFit {
  readonly name: string;
  readonly source: string;
  /** Whether it would be loaded as it is. */
  readonly taken: boolean;
  /** Of the source's columns those that it has. */
  readonly found: number;
  readonly columns: number;
  /** Required columns that it has not. */
  readonly missing: readonly string[];
  /** Columns that two or more of its headers stand for. */
  readonly ambiguous: readonly string[];
  /** Headers of the file that may stand for columns that are missing. */
  readonly suggestions: readonly { readonly header: string; readonly column: string }[];
}
