import type { AuditFinding, AuditReport, AuditStage } from '../../contract/audits.ts';
import { FINDINGS_FILE, REPORT_FILE } from '../../engine/audit/findings-file.ts';
import { renderWarnings } from './files.ts';
import { columns, counted, minus, section, styled, whole } from './text.ts';

/** An audit as a person reads it: the way through the stages, then what was found. */
export function renderAudit(report: AuditReport, outFolder: string): string {
  const asOf = report.as_of === null ? '' : ` · references as of ${report.as_of}`;
  return [
    '',
    styled('bold', 'Audit') + styled('dim', `  key ${report.key.join(', ')}${asOf}`),
    '',
    ...section('Files', renderInputs(report)),
    ...section('Stages', renderStages(report.stages)),
    ...section('Findings', report.findings.flatMap(renderFinding)),
    ...section('Notes', renderWarnings(report.warnings)),
    renderVerdict(report),
    `${counted(report.findings.length, 'finding')} in ${outFolder}/${REPORT_FILE}, their keys in ${outFolder}/${FINDINGS_FILE}`,
    '',
  ].join('\n');
}

function renderInputs({ inputs }: AuditReport): readonly string[] {
  const rows = inputs.map(({ role, name, file, read, accepted, rejected }) => [
    role,
    name === file ? '' : name,
    file,
    whole(read),
    whole(accepted),
    whole(rejected),
  ]);
  const [head = '', ...lines] = columns([['', '', '', 'read', 'accepted', 'left aside'], ...rows], 'lllrrr');
  return [`  ${styled('dim', head)}`, ...lines.map((line) => `  ${line}`)];
}

function renderStages(stages: readonly AuditStage[]): readonly string[] {
  const rows = stages.map((stage, index) => [
    stage.stage,
    whole(stage.keys),
    index === 0 ? '' : minus(stage.filtered),
    index === 0 ? '' : minus(stage.unreported),
    index === 0 ? '' : minus(stage.missing),
    stage.appeared === 0 ? '' : `+${whole(stage.appeared)}`,
    whole(stage.rows),
    stage.extra_rows === 0 ? '' : `+${whole(stage.extra_rows)}`,
  ]);
  const head = ['', 'keys', 'filtered', 'unreported', 'missing', 'appeared', 'rows', 'extra rows'];
  const [first = '', ...lines] = columns([head, ...rows], 'lrrrrrrr');
  return [
    `  ${styled('dim', first)}`,
    ...lines.map((line, index) => {
      const stage = stages[index];
      const odd = stage && stage.missing + stage.unreported + stage.appeared + stage.extra_rows > 0;
      return `  ${odd ? styled('yellow', line) : line}`;
    }),
  ];
}

function renderFinding({ kind, stage, keys, text }: AuditFinding): readonly string[] {
  const title = `${styled('red', '✗')} ${styled('bold', kind)} at ${stage}, ${counted(keys, 'key')}`;
  return [`  ${title}`, `    ${text}`];
}

function renderVerdict({ outcome }: AuditReport): string {
  const { entered, targets, traced, unreported, missing, contradictory, balanced } = outcome;
  const sum = `${whole(entered)} entered, ${counted(targets, 'target')}, ${whole(traced)} traced`;
  if (balanced) return `${styled(['bold', 'green'], 'Balanced.')} ${sum}; every key is accounted for.`;
  const troubles = Object.entries({ unreported, missing, contradictory })
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${whole(value)} ${name}`);
  const all = troubles.length === 0 ? '' : `: ${troubles.join(', ')}`;
  return `${styled(['bold', 'red'], 'NOT BALANCED.')} ${sum}${all}.`;
}
