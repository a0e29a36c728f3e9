import type { AuditStage } from '../../contract/audits.ts';
import { counted, whole } from '../run/words.ts';
import { count } from '../workspace/database.ts';
import type { AuditData, AuditFile, AuditReference } from './audit-data.ts';

/** What was assumed or left aside, in sentences. */
export function warningsOf(
  data: AuditData,
  stages: readonly AuditStage[],
  notCompared: readonly AuditReference[],
): readonly string[] {
  const { traces, references } = data;
  return [
    ...[...data.stages, ...traces, ...references].flatMap(ofFile),
    ...traces.flatMap((trace, index) => sameBytes(traces.slice(0, index), trace)),
    ...references.map(
      ({ file, validFrom, validTo }) =>
        `${file}: ${validFrom} was taken for the day from which a record holds${validTo === null ? '' : `, ${validTo} for the last day`}.`,
    ),
    ...notCompared.map(
      ({ file }) => `${file} has no column beside the key that an extract has, too: it was not compared.`,
    ),
    ...tracedNowhere(data),
    ...stages.flatMap((stage, index) => growing(stages[index - 1], stage)),
  ];
}

function ofFile({ file, encodingAssumed, rejected, leftAside }: AuditFile): readonly string[] {
  const encoding = encodingAssumed ? [`${file} is no valid UTF-8 and was read as Windows-1252.`] : [];
  if (rejected === 0) return encoding;
  const places = leftAside.map(({ line, codes }) => `line ${line} (${codes.join(', ')})`);
  const more = rejected - leftAside.length;
  const all = more > 0 ? `${places.join(', ')} and ${more} more` : places.join(', ');
  return [
    ...encoding,
    `${file}: ${counted(rejected, 'record')} ${rejected === 1 ? 'was' : 'were'} left aside: ${all}.`,
  ];
}

function sameBytes(before: readonly AuditFile[], { file, sha256 }: AuditFile): readonly string[] {
  const twin = before.find((each) => each.sha256 === sha256);
  return twin ? [`${file} has the same content as ${twin.file}: each of its keys is traced twice.`] : [];
}

function tracedNowhere({ db, tables, stages }: AuditData): readonly string[] {
  const nowhere = stages.map(
    (_, stage) => `not exists (select 1 from ${tables.at(stage)} as at where at.key = traced.key)`,
  );
  const keys = count(db, `select count(*) from ${tables.traced} as traced where ${nowhere.join(' and ')}`);
  return keys === 0
    ? []
    : [`${counted(keys, 'key')} of the trace files ${keys === 1 ? 'is' : 'are'} in no extract.`];
}

/** A stage that only gains keys is most likely one that stands too late. */
function growing(before: AuditStage | undefined, stage: AuditStage): readonly string[] {
  if (!before || stage.appeared === 0 || stage.continuing < before.keys) return [];
  return [
    `${stage.stage} has all keys of ${before.stage} and ${whole(stage.appeared)} more: are the stages in order?`,
  ];
}
