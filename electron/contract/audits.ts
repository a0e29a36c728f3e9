import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, day, fileHandle, inWorkspace, type Saved, target } from './calls.ts';

/** What an audit is told by `audit.json`: where records of a pipeline vanished, multiplied or contradict, and why. */
export interface AuditReport {
  /** The columns that name an entity. */
  readonly key: readonly string[];
  /** ISO day on which reference files are looked at; null without any. */
  readonly as_of: string | null;
  readonly inputs: readonly AuditInput[];
  /** In the order of the pipeline. */
  readonly stages: readonly AuditStage[];
  readonly outcome: AuditOutcome;
  readonly findings: readonly AuditFinding[];
  /** Sentences about what was assumed or left aside; absent when there is nothing to say. */
  readonly warnings?: readonly string[];
}

export const AUDIT_ROLES = ['stage', 'trace', 'other trace', 'reference'] as const;

/** What a file is to an audit. */
export type AuditRole = (typeof AUDIT_ROLES)[number];

/** A file of an audit: read = accepted + rejected. */
export interface AuditInput {
  readonly role: AuditRole;
  /** The name of the stage; of other files the file's name. */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** How many records have each code. */
  readonly codes: Readonly<Record<string, number>>;
}

/** One extract, against the one before; of the first these figures are 0. Counts are of keys unless the name says rows. */
export interface AuditStage {
  readonly stage: string;
  readonly rows: number;
  readonly keys: number;
  /** In both. */
  readonly continuing: number;
  /** Gone, and in a trace file. */
  readonly filtered: number;
  /** Gone, and only in an other-trace file. */
  readonly unreported: number;
  /** Gone, and nowhere. */
  readonly missing: number;
  /** New. */
  readonly appeared: number;
  /** With several rows. */
  readonly duplicated_keys: number;
  /** Rows beyond one a key. */
  readonly extra_rows: number;
}

/** The fate of the keys of the first extract. */
export interface AuditOutcome {
  readonly entered: number;
  /** Keys of the last extract that entered. */
  readonly targets: number;
  readonly traced: number;
  readonly unreported: number;
  readonly missing: number;
  /** In the last extract and in a trace. */
  readonly contradictory: number;
  readonly balanced: boolean;
}

export const FINDING_KINDS = [
  'fan_out',
  'dropped_identifier',
  'silent_drop',
  'unreported',
  'contradiction',
  'double_reason',
  'appeared',
  'stale_window',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

export interface AuditFinding {
  readonly kind: FindingKind;
  /** The stage at which it was found; of double reasons the stage at which the keys are gone, of contradictions the last. */
  readonly stage: string;
  readonly keys: number;
  /** Rows of these keys, in the file in which they are seen. */
  readonly rows: number;
  readonly columns: readonly string[];
  /** What happened and why, in a sentence or two. */
  readonly text: string;
}

/** An audit in the list of audits. */
export interface AuditSummary {
  readonly audit: number;
  readonly name: string;
  /** UTC instant, ISO. */
  readonly madeAt: string;
  readonly stages: readonly AuditStage[];
  readonly outcome: AuditOutcome;
  /** How many findings there are. */
  readonly findings: number;
}

export interface Audit extends AuditSummary {
  readonly report: AuditReport;
}

/** A file that is offered for an audit, and what it seems to be. */
export interface AuditCandidate {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  readonly role: AuditRole;
  /** A name for the stage, from the file's name. */
  readonly stage: string;
  /** Header cells as written. */
  readonly columns: readonly string[];
  /** The first records. */
  readonly first: readonly (readonly string[])[];
  /** Why it cannot be read, and what to do; null when it can. */
  readonly problem: { readonly message: string; readonly nextStep: string } | null;
}

/** The files of an audit in a likely order, and the columns that name an entity as far as can be told. */
export interface AuditOffer {
  /** Stages first, in the order of the pipeline as far as names tell it. */
  readonly candidates: readonly AuditCandidate[];
  /** Lists of columns, the likeliest first: unique in the first rows of the first extract and in all extracts and traces. */
  readonly keys: readonly (readonly string[])[];
}

const name = z.string().trim().min(1).max(120);
const column = z.string().min(1).max(1000);

const auditSetupSchema = z.strictObject({
  name,
  key: z.array(column).min(1).max(16),
  stages: z
    .array(z.strictObject({ name, file: fileHandle }))
    .min(2)
    .max(60),
  traces: z.array(fileHandle).max(60),
  otherTraces: z.array(fileHandle).max(60),
  references: z.array(fileHandle).max(20),
  asOf: day,
});

export type AuditSetup = z.infer<typeof auditSetupSchema>;

const inAudit = inWorkspace.extend({ audit: z.int() });

export const auditCalls = {
  /** Looks into files without loading them. */
  look: call
    .input(inWorkspace.extend({ files: z.array(fileHandle).min(1).max(200) }))
    .output(type<AuditOffer>()),
  /** The columns that could name an entity, when the extracts are in this order. */
  keys: call
    .input(
      inWorkspace.extend({
        stages: z.array(fileHandle).min(1).max(60),
        traces: z.array(fileHandle).max(120),
      }),
    )
    .output(type<readonly (readonly string[])[]>()),
  /** Loads the files, audits them and keeps the audit with its rows in the workspace. */
  make: call.input(inWorkspace.extend(auditSetupSchema.shape)).output(type<{ readonly audit: number }>()),
  /** The latest first. */
  list: call.input(inWorkspace).output(type<readonly AuditSummary[]>()),
  get: call.input(inAudit).output(type<Audit>()),
  rename: call.input(inAudit.extend({ name })).output(type<void>()),
  /** Takes an audit away, with its rows. */
  remove: call.input(inAudit).output(type<void>()),
  /** Writes `findings.csv`, or `audit.json`. */
  write: call.input(inAudit.extend({ what: z.enum(['findings', 'report']), target })).output(type<Saved>()),
};
