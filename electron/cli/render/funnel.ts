import type { Reconciliation, StageFigures } from '../../contract/reconciliation.ts';
import type { Recipe } from '../../engine/recipe/recipe.ts';
import { renderSources, renderWarnings } from './files.ts';
import { columns, counted, styled, whole } from './text.ts';

/** What to say beside the figures. */
export interface RunNotes {
  readonly outFolder: string;
  readonly workspace?: string;
  /** Files that the workspace held already. */
  readonly alreadyLoaded: readonly string[];
}

const BAR_CELLS = 32;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A run's figures as a funnel that a person reads. */
export function renderFunnel(recipe: Recipe, figures: Reconciliation, notes: RunNotes): string {
  const params = Object.entries(figures.params).map(([name, value]) => `${name} ${value}`);
  return [
    '',
    styled('bold', recipe.title) + styled('dim', `  ${[`as of ${figures.as_of}`, ...params].join(' · ')}`),
    '',
    ...section('Files', renderSources(figures.sources)),
    ...section('Tables', renderTables(figures)),
    ...section('Funnel', renderStages(recipe, figures)),
    ...section('Controls', renderControls(figures)),
    ...section('Notes', [
      ...renderWarnings(figures.warnings),
      ...notes.alreadyLoaded.map((file) => `  ${file} was loaded already: unchanged, nothing replaced.`),
    ]),
    ...renderVerdict(figures),
    ...renderWhere(recipe, figures, notes),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [styled('bold', title), ...lines, ''];
}

function renderTables({ tables }: Reconciliation): readonly string[] {
  const rows = tables.map((table) => [
    table.table,
    whole(table.out),
    `from ${whole(table.in)}`,
    table.from,
    `${whole(table.superseded)} superseded`,
  ]);
  return columns(rows, 'lrrlr').map((line) => `  ${line}`);
}

function renderStages(recipe: Recipe, { stages, outcome }: Reconciliation): readonly string[] {
  const width = Math.max(...stages.map(({ stage }) => stage.length), 'delivered'.length);
  const numberWidth = whole(outcome.entered).length + 1;
  const line = (name: string, dropped: string, left: number, note: string) => {
    const bar = barOf(left, outcome.entered).padEnd(BAR_CELLS);
    const figures = `${name.padEnd(width)}  ${dropped.padStart(numberWidth)}  ${styled('cyan', bar)} ${whole(left).padStart(numberWidth)}`;
    return `  ${figures}${note && styled('dim', `  ${note}`)}`.trimEnd();
  };
  const drops = stages.slice(1).flatMap((stage) => {
    const [note = '', ...others] = notesOf(recipe, stage);
    const indent = ' '.repeat(2 + width + 2 + numberWidth + 2 + BAR_CELLS + 1 + numberWidth + 2);
    return [
      line(stage.stage, stage.dropped === 0 ? '0' : `-${whole(stage.dropped)}`, stage.out, note),
      ...others.map((other) => styled('dim', indent + other)),
    ];
  });
  return [
    line('population', '', outcome.entered, ''),
    ...drops,
    line('delivered', '', outcome.delivered, ''),
  ];
}

/** What a stage hides, reason by reason: how many are excluded in all, and how many for this alone. */
function notesOf(recipe: Recipe, { stage, reasons }: StageFigures): readonly string[] {
  const titles = recipe.rules
    .filter((rule) => rule.stage === stage)
    .flatMap((rule) => rule.reasons.map(() => rule.title));
  return reasons.map(({ reason, dropped, any = 0, only = 0 }, index) => {
    const name = reasons.length > 1 ? `${reason}: ${whole(dropped)}, ` : '';
    const all = any > dropped ? `; ${whole(any)} in all` : '';
    return `${name}${titles[index] ?? ''}${all}${only > 0 ? `, ${whole(only)} for this alone` : ''}`;
  });
}

function barOf(value: number, of: number): string {
  const eighths = of === 0 ? 0 : Math.round((value / of) * BAR_CELLS * 8);
  const bar = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
  // Few are not nobody.
  return bar === '' && value > 0 ? '▏' : bar;
}

function renderControls({ controls }: Reconciliation): readonly string[] {
  return controls.map(({ control, left, right, ok }) => {
    return ok
      ? `  ${styled('green', '✓')} ${control}: ${left} = ${right}`
      : `  ${styled('red', '✗')} ${control}: ${left} ≠ ${right}`;
  });
}

function renderVerdict({ balanced, outcome }: Reconciliation): readonly string[] {
  const { entered, delivered, dropped, missing, duplicated, contradictory, unexplained } = outcome;
  const sum = `${whole(entered)} entered = ${whole(delivered)} delivered + ${whole(dropped)} dropped`;
  if (balanced) return [`${styled(['bold', 'green'], 'Balanced.')} ${sum}; every record is accounted for.`];
  const troubles = Object.entries({ missing, duplicated, contradictory, unexplained })
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${whole(value)} ${name}`);
  return [
    `${styled(['bold', 'red'], 'NOT BALANCED.')} ${sum.replace('=', '≟')}. ${troubles.join(', ')}`.trimEnd(),
  ];
}

function renderWhere(recipe: Recipe, { outcome }: Reconciliation, notes: RunNotes): readonly string[] {
  const output = recipe.outputs.find(({ delivers }) => delivers);
  const files = output
    ? `${counted(outcome.delivered, 'row')} in ${notes.outFolder}/${output.file}`
    : notes.outFolder;
  const trace = notes.workspace
    ? [`Why is somebody in or out? npm run -s muster -- trace ${notes.workspace} <${recipe.key.join('> <')}>`]
    : [];
  return [files, ...trace];
}
