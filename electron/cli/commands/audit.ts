import { basename } from 'node:path';
import { type AuditRequest, checkRequest, type GivenAuditFile } from '../../engine/audit/audit-request.ts';
import { writeAudit } from '../../engine/audit/write-audit.ts';
import { jsonText } from '../../engine/export/json-file.ts';
import { UsageFailure } from '../../engine/failure.ts';
import { readDay } from '../days.ts';
import { EXIT } from '../exit.ts';
import { standsIn, userPath } from '../place.ts';
import { terminalProgress } from '../progress.ts';
import { renderAudit } from '../render/audit.ts';
import { startTimings } from '../timings.ts';
import { asUsage } from '../usage.ts';

interface AuditOptions {
  readonly key: string;
  readonly stage: readonly string[];
  readonly trace?: readonly string[];
  readonly otherTrace?: readonly string[];
  readonly reference?: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly asOf?: string;
  readonly out: string;
  readonly json?: true;
  readonly timings?: string;
}

/** `muster audit`; returns the exit code. */
export async function audit(options: AuditOptions): Promise<number> {
  const request = readRequest(options);
  asUsage(() => checkRequest(request));
  const progress = terminalProgress();
  const timings = startTimings();
  const outFolder = userPath(options.out);
  const report = await writeAudit(request, { outFolder, keepOutFolder: standsIn(outFolder) }, (event) => {
    timings.hear(event);
    progress.hear(event);
  }).finally(progress.end);
  if (options.timings !== undefined) timings.write(userPath(options.timings));
  process.stdout.write(options.json ? jsonText(report) : renderAudit(report, options.out));
  return report.outcome.balanced ? EXIT.finished : EXIT.notBalanced;
}

function readRequest(options: AuditOptions): AuditRequest {
  const { key, stage, trace = [], otherTrace = [], reference = [], validFrom, validTo } = options;
  if (reference.length === 0 && (validFrom ?? validTo) !== undefined) {
    throw new UsageFailure(
      '--valid-from and --valid-to are said of reference files, but none is given.',
      'Name one with --reference.',
    );
  }
  return {
    key: key.split(',').map((column) => column.trim()),
    stages: stage.map(readStage),
    traces: trace.map(givenFile),
    otherTraces: otherTrace.map(givenFile),
    references: reference.map(givenFile),
    asOf: readDay('--as-of', options.asOf),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
  };
}

/** The program has seen to it that it is NAME=FILE. */
function readStage(text: string): AuditRequest['stages'][number] {
  const [name = '', ...rest] = text.split('=');
  return { name: name.trim(), file: givenFile(rest.join('=')) };
}

function givenFile(path: string): GivenAuditFile {
  return { path: userPath(path), name: basename(path) };
}
