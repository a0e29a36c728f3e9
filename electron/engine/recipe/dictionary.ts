import type { Axis } from '../../contract/insights.ts';
import { lookupSection } from './lookup-words.ts';
import { bulletList, cell, code, paragraphs, section, table, titled } from './markdown.ts';
import type {
  DerivedDate,
  HistoryTable,
  InsightStep,
  Output,
  Param,
  PublishedTable,
  Recipe,
  Rule,
  Stage,
} from './recipe.ts';
import { sourceSection } from './source-words.ts';
import { tableSection } from './table-words.ts';

/** The data dictionary of a recipe as Markdown: what goes in, what is made of it, what comes out. */
export function dictionary(recipe: Recipe): string {
  const delivering = recipe.outputs.filter(({ delivers }) => delivers).length;
  return paragraphs([
    `# ${cell(recipe.title)}`,
    recipe.description,
    `Recipe \`${recipe.id}\`, version ${cell(recipe.version)}. One ${cell(recipe.entity)} is one ${code(recipe.key)}.`,
    parameters(recipe),
    section(2, 'Sources', recipe.sources.map(sourceSection)),
    section(2, 'Lookups', recipe.lookups.map(lookupSection)),
    section(
      2,
      'Tables',
      recipe.tables.map((step) => tableSection(step, recipe.population)),
    ),
    section(2, 'Published runs', recipe.published.map(publishedSection)),
    section(2, 'History', recipe.history.map(historySection)),
    section(
      2,
      'Stages',
      recipe.stages.some(({ description }) => description !== '') ? [stagesTable(recipe.stages)] : [],
    ),
    section(2, 'Rules', recipe.rules.length > 0 ? [RULES_INTRODUCTION, rulesTable(recipe.rules)] : []),
    section(
      2,
      'Outputs',
      recipe.outputs.map((output) => outputSection(output, delivering > 1)),
    ),
    section(2, 'Controls', [
      bulletList(recipe.controls.map(({ control, description }) => titled(control, description))),
    ]),
    section(2, 'Diagnostics', [
      table(
        ['diagnostic', 'title', 'description', 'asks for'],
        recipe.diagnostics.map(({ diagnostic, title, description, params }) => [
          code([diagnostic]),
          title,
          description,
          params.map(({ name, type, title: what }) => `${code([name])} (${type}): ${what}`).join('; '),
        ]),
      ),
    ]),
    section(2, 'Insights', [
      table(
        ['insight', 'title', 'description', 'shows'],
        recipe.insights.map((step) => [code([step.insight]), step.title, step.description, shows(step)]),
      ),
    ]),
    section(2, 'Profile', [
      table(
        ['chart', 'title', 'description', `shows of one ${recipe.entity}`],
        recipe.profile.map((step) => [code([step.insight]), step.title, step.description, shows(step)]),
      ),
    ]),
  ]);
}

function shows(step: InsightStep): string {
  const titles = (axes: readonly Axis[]) => axes.map(({ title }) => title).join(', ');
  if (step.chart === 'fields') return `${step.chart}: ${titles(step.fields)}`;
  const { chart, x } = step;
  switch (step.chart) {
    case 'status grid':
      return `${chart}: ${code([step.status, step.value, step.text])} by ${titles([step.y, x])}`;
    case 'heat map':
      return `${chart}: ${titles([step.value, ...step.figures])} by ${titles([step.y, x])}`;
    case 'cards':
      return `${chart}: ${code([step.severity, step.value, step.text])} by ${x.title}`;
    case 'table':
      return `${chart}: ${titles(step.shown)} by ${x.title}`;
    default: {
      const series = step.series === null ? '' : `, by ${code([step.series])}`;
      return `${chart}: ${titles([step.y, ...(step.line ? [step.line] : [])])} by ${x.title}${series}`;
    }
  }
}

const RULES_INTRODUCTION = 'In this order: the first that excludes an entity gives the reason.';

function parameters({ params, dates }: Recipe): string {
  const minus = ({ minusDays }: DerivedDate) =>
    typeof minusDays === 'string' ? code([minusDays]) : minusDays;
  return section(2, 'Parameters', [
    table(
      ['parameter', 'type', 'default', 'description'],
      [
        ['`as_of`', 'date', 'today', 'The day on which the run looks at the data'],
        ...params.map((param) => [
          code([param.name]),
          param.values ? `one of ${param.values.join(', ')}` : param.type,
          defaultOf(param),
          titled(param.title, param.description),
        ]),
        ...dates.map((date) => [
          code([date.name]),
          'date',
          `\`as_of\` minus ${minus(date)} days`,
          date.description,
        ]),
      ],
    ),
  ]);
}

function defaultOf(param: Param): string {
  if (param.default === undefined) return 'must be given';
  return param.default === '' ? 'empty' : param.default;
}

function historySection({ table: name, output, by, description }: HistoryTable): string {
  const kept = by === 'as_of' ? 'the last of each as-of date' : 'each of them';
  return section(3, code([name]), [
    description,
    bulletList([`The rows of ${code([output])} as earlier runs of the workspace wrote them: ${kept}`]),
  ]);
}

function publishedSection({ table: name, output, columns, description }: PublishedTable): string {
  return section(3, code([name]), [
    description,
    bulletList([`What published runs of the workspace delivered: ${code(columns)} of ${code([output])}`]),
  ]);
}

function stagesTable(stages: readonly Stage[]): string {
  return table(
    ['stage', 'title', 'description'],
    stages.map(({ stage, title, description }) => [code([stage]), title, description]),
  );
}

function rulesTable(rules: readonly Rule[]): string {
  return table(
    ['stage', 'rule', 'reasons', 'title', 'looks at'],
    rules.map((rule) => [
      code([rule.stage]),
      code([rule.rule]),
      'sql' in rule.reasons ? 'as the data have them' : code(rule.reasons),
      titled(rule.title, rule.description),
      rule.scope,
    ]),
  );
}

const WRITTEN_AS = {
  plain: '',
  boolean: 'true or false',
  integer: 'whole number',
  date: 'day, YYYY-MM-DD',
  timestamp: 'instant, YYYY-MM-DDTHH:MM:SSZ',
} as const;

function writtenAs({ format, written }: Output['columns'][number]): string {
  const as = format.kind === 'decimal' ? `number with ${format.decimals} decimals` : WRITTEN_AS[format.kind];
  return [as, written ? '' : 'in the app alone'].filter((part) => part !== '').join(', ');
}

function outputSection(
  { file, description, delivers, written, columns, ...output }: Output,
  isShared: boolean,
): string {
  const delivery = isShared
    ? 'A part of the delivery: with the others that deliver, one row a survivor.'
    : 'The delivery: one row a survivor.';
  return section(3, code([file]), [
    description,
    delivers ? delivery : '',
    output.team === undefined ? '' : `For the team ${code([output.team])}.`,
    output.delimiter === ',' ? '' : `Cells are parted by ${code([output.delimiter])}.`,
    output.also.length > 0 ? `Also written as ${output.also.join(', ')}.` : '',
    written ? '' : 'A list in the app; a run writes no file of it.',
    table(
      ['column', 'written as', 'description'],
      columns.map((column) => [code([column.name]), writtenAs(column), column.description]),
    ),
  ]);
}
