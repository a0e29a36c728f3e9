import type { CorrectionResult } from '../../contract/quarantine.ts';
import type { QuarantineFilter } from '../../contract/views.ts';
import type { FaultyText } from '../review/alike.ts';
import {
  type ActContext,
  correct,
  correctAlike,
  correctRecord,
  setAside,
  switchAct,
} from '../review/make-corrections.ts';
import { type SupplierFile, writeSupplierFile } from '../review/supplier-file.ts';
import { inTransaction } from '../workspace/workspace.ts';
import type { JobTable, WriterContext } from './job.ts';

/** What the user does to rejected records: each in one transaction. Record numbers are texts. */
export const correctionJobs = {
  correct(
    context: WriterContext,
    input: { readonly record: string; readonly column: string; readonly text: string; readonly all: boolean },
  ): Promise<CorrectionResult> {
    return act(context, (acting) => correct(acting, { ...input, record: BigInt(input.record) }));
  },

  correctRecord(
    context: WriterContext,
    { record, cells }: { readonly record: string; readonly cells: readonly string[] },
  ): Promise<CorrectionResult> {
    return act(context, (acting) => correctRecord(acting, { record: BigInt(record), cells }));
  },

  setAside(
    context: WriterContext,
    { records, note }: { readonly records: readonly string[] | QuarantineFilter; readonly note: string },
  ): Promise<CorrectionResult> {
    return act(context, (acting) => setAside(acting, { records, note }));
  },

  switchAct(
    context: WriterContext,
    input: { readonly act: number; readonly active: boolean },
  ): Promise<CorrectionResult> {
    return act(context, (acting) => switchAct(acting, input));
  },

  takeOffer(
    context: WriterContext,
    { newText, ...alike }: FaultyText & { readonly newText: string },
  ): Promise<CorrectionResult> {
    return act(context, (acting) => correctAlike(acting, alike, newText));
  },

  exportForSupplier({ workspace, recipe, cancel }: WriterContext, file: SupplierFile): Promise<number> {
    return writeSupplierFile(workspace.db, recipe, file, () => cancel.check());
  },
} satisfies JobTable<WriterContext>;

function act(
  { workspace, recipe, cancel }: WriterContext,
  work: (context: ActContext) => CorrectionResult,
): Promise<CorrectionResult> {
  const { db } = workspace;
  return inTransaction(workspace, async () => work({ db, recipe, check: () => cancel.check() }));
}
