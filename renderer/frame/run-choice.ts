/** What the user chose for the runs of a workspace; null: today. */
export interface RunChoice {
  readonly asOf: string | null;
  readonly params: Readonly<Record<string, string>>;
}

const NONE: RunChoice = { asOf: null, params: {} };
const PREFIX = 'muster.run.';

/** The choice that was kept for a workspace. */
export function readChoice(workspace: string): RunChoice {
  try {
    return {
      ...NONE,
      ...(JSON.parse(localStorage.getItem(PREFIX + workspace) ?? '{}') as Partial<RunChoice>),
    };
  } catch {
    return NONE;
  }
}

/** Keeps a choice for a workspace. */
export function writeChoice(workspace: string, choice: RunChoice): void {
  try {
    localStorage.setItem(PREFIX + workspace, JSON.stringify(choice));
  } catch {
    // Convenience only.
  }
}
