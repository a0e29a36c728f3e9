import { useState } from 'react';
import type { ExportFormat } from '../../../electron/contract/exports.ts';
import type { OutputInfo } from '../../../electron/contract/workspaces.ts';
import { asTheyAre, type ColumnChoice } from './column-choice.ts';

/** What of a run is exported, and how; each output keeps its own columns. */
export interface ExportChoice {
  readonly output: OutputInfo;
  readonly format: ExportFormat;
  readonly columns: readonly ColumnChoice[];
  readonly reason: string;
  setOutput(name: string): void;
  setFormat(format: ExportFormat): void;
  setColumns(columns: readonly ColumnChoice[]): void;
  setReason(reason: string): void;
}

/** Keeps what the user chose, also while the dialog is closed; null where a recipe has no outputs. */
export function useExportChoice(
  outputs: readonly OutputInfo[],
  asked: string | undefined,
): ExportChoice | null {
  const [name, setOutput] = useState<string | null>(null);
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [columns, setColumns] = useState<Readonly<Record<string, readonly ColumnChoice[]>>>({});
  const [reason, setReason] = useState('');
  const named = (wanted: string | null | undefined) => outputs.find((each) => each.name === wanted);
  const output = named(name) ?? named(asked) ?? outputs.find(({ delivers }) => delivers) ?? outputs[0];
  if (!output) return null;
  return {
    output,
    format,
    columns: columns[output.name] ?? asTheyAre(output.columns),
    reason,
    setOutput,
    setFormat,
    setColumns: (next) => setColumns((before) => ({ ...before, [output.name]: next })),
    setReason,
  };
}
