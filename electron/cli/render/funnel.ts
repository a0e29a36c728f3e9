import type {
  DerivedFigures,
  MergedFigures,
  Reconciliation,
  StageFigures,
} from '../../contract/reconciliation.ts';
import type { Recipe } from '../../engine/recipe/recipe.ts';
import { namedTogether } from '../../engine/run/words.ts';
import { renderDelivery } from './delivery.ts';
import { type LoadedAlready, renderAlreadyLoaded, renderSources, renderWarnings } from './files.ts';
import { columns, counted, minus, section, styled, whole } from './text.ts';

/** What to say beside the figures. */
export interface RunNotes {
  readonly outFolder: string;
  readonly workspace?: string;
  /** Whether it was to be published. */
  readonly publish: boolean;
  /** Where teams' files were to go. */
  readonly deliver?: string;
  /** Files that the workspace held already. */
  readonly alreadyLoaded: readonly LoadedAlready[];
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
    ...(figures.until === undefined ? section('Funnel', renderStages(recipe, figures)) : []),
    ...section(`By ${recipe.by?.columns.join(', ') ?? ''}`, renderGroups(recipe, figures)),
    ...section('Controls', renderControls(figures)),
    ...section('Notes', [...renderWarnings(figures.warnings), ...renderAlreadyLoaded(notes.alreadyLoaded)]),
    ...renderVerdict(figures),
    ...renderPublished(figures, notes),
    ...renderDelivery(recipe, figures, notes.deliver),
    ...renderWhere(recipe, figures, notes),
    '',
  ].join('\n');
}

function renderTables({ tables, derived = [], merged = [] }: Reconciliation): readonly string[] {
  const rows = tables.map((table) => [
    table.table,
    whole(table.out),
    `from ${whole(table.in)}`,
    table.from,
    `${whole(table.superseded)} superseded`,
  ]);
  return [
    ...columns(rows, 'lrrlr').map((line) => `  ${line}`),
    ...derived.map(derivedLine),
    ...merged.flatMap(mergedLines),
  ];
}

function derivedLine({ table, of, in: rows, left_out: leftOut, out, joins }: DerivedFigures): string {
  const left = leftOut > 0 ? `, ${whole(leftOut)} without one` : '';
  const joined = joins.map(({ to, on, expects, unmatched }) => {
    return `; joins ${to} by ${on.join(', ')}, ${expects} as expected, ${whole(unmatched)} without a partner`;
  });
  return `  ${table}  ${whole(out)} of ${whole(rows)} ${of}${left}${joined.join('')}`;
}

/** A full join: its rows, and a line a part. */
function mergedLines({ table, out, of }: MergedFigures): readonly string[] {
  const parts = of.map((part) => [
    `${part.table} by ${part.on.join(', ')}`,
    `${whole(part.kept)} of ${whole(part.in)} kept`,
    `${whole(part.alone)} alone`,
  ]);
  return [
    `  ${table}  ${counted(out, 'row')}, joined in full`,
    ...columns(parts, 'lrr').map((line) => `    ${line}`),
  ];
}

/** A line a group: entered, dropped by stage, delivered. */
function renderGroups(recipe: Recipe, { by = [] }: Reconciliation): readonly string[] {
  const names = recipe.by?.columns ?? [];
  const stages = by[0]?.stages.slice(1).filter(({ reasons }) => reasons.length > 0) ?? [];
  const rows = by.map(({ stages: own, outcome, ...group }) => [
    names.map((name) => String(group[name])).join(', '),
    whole(outcome.entered),
    ...stages.map(({ stage }) => minus(own.find((each) => each.stage === stage)?.dropped ?? 0)),
    whole(outcome.delivered),
  ]);
  if (rows.length === 0) return [];
  const header = [names.join(', '), 'entered', ...stages.map(({ stage }) => stage), 'delivered'];
  return columns([header, ...rows], `l${'r'.repeat(header.length - 1)}`).map((line) => `  ${line}`);
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
      line(stage.stage, minus(stage.dropped), stage.out, note),
      ...others.map((other) => styled('dim', indent + other)),
    ];
  });
  return [
    line(stages[0]?.stage ?? 'population', '', outcome.entered, ''),
    ...drops,
    line('delivered', '', outcome.delivered, ''),
  ];
}

/** What a stage hides, reason by reason: how many are excluded in all, and how many for this alone. */
function notesOf(recipe: Recipe, { stage, reasons }: StageFigures): readonly string[] {
  const titles = titlesOf(recipe, stage, reasons.length);
  return reasons.map(({ reason, dropped, any = 0, only = 0 }, index) => {
    const title = titles[index] ?? '';
    // A reason that stands in the data says itself what it means.
    const itself = title === '' ? reason : '';
    const name = reasons.length > 1 ? `${reason}: ${whole(dropped)}` : itself;
    const all = any > dropped ? `; ${whole(any)} in all` : '';
    const alone = only > 0 ? `, ${whole(only)} for this alone` : '';
    return `${[name, title].filter((part) => part !== '').join(', ')}${all}${alone}`;
  });
}

/** The title of the rule of each of a stage's reasons; none for reasons that stand in the data. */
function titlesOf(recipe: Recipe, stage: string, reasons: number): readonly (string | undefined)[] {
  const rules = recipe.rules.filter((rule) => rule.stage === stage);
  const titles = rules.map((rule) =>
    'sql' in rule.reasons ? undefined : rule.reasons.map(() => rule.title),
  );
  // How many reasons stand in the data is not known: rules before them are counted from the front, those behind them from the end.
  const inData = titles.flatMap((own, position) => (own ? [] : [position]));
  const [first = titles.length] = inData;
  const before = titles.slice(0, first).flatMap((own) => own ?? []);
  const after = titles.slice((inData.at(-1) ?? first) + 1).flatMap((own) => own ?? []);
  return Array.from(
    { length: reasons },
    (_, index) => before[index] ?? after[index - reasons + after.length],
  );
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

function renderVerdict({ balanced, outcome, until }: Reconciliation): readonly string[] {
  const { entered, delivered, dropped, missing, duplicated, contradictory, unexplained } = outcome;
  const sum = `${whole(entered)} entered = ${whole(delivered)} delivered + ${whole(dropped)} dropped`;
  if (until !== undefined) {
    const verdict = balanced
      ? styled(['bold', 'green'], 'Balanced so far.')
      : styled(['bold', 'red'], 'NOT BALANCED.');
    return [`${verdict} The run stopped after the layer ${until}.`];
  }
  if (balanced) return [`${styled(['bold', 'green'], 'Balanced.')} ${sum}; every record is accounted for.`];
  const troubles = Object.entries({ missing, duplicated, contradictory, unexplained })
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${whole(value)} ${name}`);
  return [
    `${styled(['bold', 'red'], 'NOT BALANCED.')} ${sum.replace('=', '≟')}. ${troubles.join(', ')}`.trimEnd(),
  ];
}

function renderPublished({ balanced, outcome }: Reconciliation, { publish }: RunNotes): readonly string[] {
  if (!publish) return [];
  if (!balanced) return ['Not published, as it does not balance.'];
  return [
    `Published: later runs of the workspace know whom this one delivered, ${whole(outcome.delivered)} in all.`,
  ];
}

function renderWhere(recipe: Recipe, { outcome, until }: Reconciliation, notes: RunNotes): readonly string[] {
  if (until !== undefined) return [notes.outFolder];
  const delivering = recipe.outputs.filter(({ delivers }) => delivers).map(({ file }) => file);
  const files = `${counted(outcome.delivered, 'row')} in ${notes.outFolder}/${namedTogether(delivering)}`;
  const trace = notes.workspace
    ? [`Why is somebody in or out? npm run -s muster -- trace ${notes.workspace} <${recipe.key.join('> <')}>`]
    : [];
  return [files, ...trace];
}
