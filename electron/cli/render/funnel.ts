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
  const titles = new Map(recipe.rules.map(({ stage, title }) => [stage, title]));
  const line = (name: string, dropped: string, left: number, note: string) => {
    const bar = barOf(left, outcome.entered).padEnd(BAR_CELLS);
    const figures = `${name.padEnd(width)}  ${dropped.padStart(numberWidth)}  ${styled('cyan', bar)} ${whole(left).padStart(numberWidth)}`;
    return `  ${figures}${note && styled('dim', `  ${note}`)}`.trimEnd();
  };
  const drops = stages.slice(1).map((stage) => {
    return line(
      stage.stage,
      stage.dropped === 0 ? '0' : `-${whole(stage.dropped)}`,
      stage.out,
      noteOf(stage, titles),
    );
  });
  return [
    line('population', '', outcome.entered, ''),
    ...drops,
    line('delivered', '', outcome.delivered, ''),
  ];
}

/** What a stage hides: how many its rules exclude in all, and how many would come back without them. */
function noteOf({ stage, dropped, reasons }: StageFigures, titles: ReadonlyMap<string, string>): string {
  const sum = (figure: 'any' | 'only') => reasons.reduce((total, reason) => total + (reason[figure] ?? 0), 0);
  const any = sum('any');
  const only = sum('only');
  const title = titles.get(stage) ?? '';
  if (any === 0 && dropped === 0) return title;
  return `${title}${any > dropped ? `; ${whole(any)} in all` : ''}${only > 0 ? `, ${whole(only)} for this alone` : ''}`;
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
