import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useWorkspace } from '../api/workspace.tsx';
import { today } from '../format/times.ts';
import { type RunChoice, readChoice, writeChoice } from './run-choice.ts';

/** What the next run is made with. */
export interface RunSettings {
  readonly asOf: string;
  /** Only what differs from the recipe's defaults. */
  readonly params: Readonly<Record<string, string>>;
  /** Sources that have no file and are to be done without. */
  readonly without: readonly string[];
  setAsOf(day: string): void;
  /** null takes the recipe's default. */
  setParam(name: string, value: string | null): void;
  leaveOut(source: string, out: boolean): void;
}

const SettingsContext = createContext<RunSettings | null>(null);

/**
 * Keeps the as-of date and the parameters that the user chose for this workspace. What is to be left out is asked anew whenever the
 * workspace is opened.
 */
export function RunSettingsProvider({ children }: { readonly children: ReactNode }) {
  const { workspace, run } = useWorkspace();
  const [choice, setChoice] = useState<RunChoice>(() => readChoice(workspace));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(() => new Set());
  const settings = useMemo<RunSettings>(() => {
    const choose = (next: RunChoice) => {
      setChoice(next);
      writeChoice(workspace, next);
    };
    return {
      asOf: choice.asOf ?? today(),
      params: choice.params,
      without: run.missing.filter((source) => leftOut.has(source)),
      setAsOf: (day) => choose({ ...choice, asOf: day === '' || day === today() ? null : day }),
      setParam: (name, value) => {
        const { [name]: _, ...others } = choice.params;
        choose({ ...choice, params: value === null ? others : { ...others, [name]: value } });
      },
      leaveOut: (source, out) => {
        setLeftOut(new Set([...[...leftOut].filter((each) => each !== source), ...(out ? [source] : [])]));
      },
    };
  }, [choice, leftOut, run.missing, workspace]);
  return <SettingsContext value={settings}>{children}</SettingsContext>;
}

/** What the next run is made with, and how to change it. */
export function useRunSettings(): RunSettings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('No workspace is open.');
  return settings;
}
