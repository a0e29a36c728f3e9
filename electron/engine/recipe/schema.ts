import { z } from 'zod';

/** At most so many rules: each has a bit of a 64-bit mask. */
export const MOST_RULES = 62;

const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: 'small letters, digits and _, beginning with a letter' })
  .max(60);

const text = z.string().regex(/\S/, { error: 'text' });

const described = {
  description: text.optional().meta({ description: 'What it is, for the data dictionary.' }),
};

const sql = z
  .string()
  .regex(/^(?!tests\/)(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.sql$/, {
    error: "the path of an .sql file within the recipe's folder, like rules/inactive.sql",
  })
  .meta({ description: "SQL file, by its path within the recipe's folder." });

const key = z.array(name).min(1);

const param = z.strictObject({
  type: z.enum(['integer', 'decimal', 'date', 'text', 'boolean', 'id']),
  default: z
    .union([z.string(), z.number(), z.boolean()], { error: 'one value' })
    .optional()
    .meta({ description: 'Without a default, the value must be given for every run.' }),
  title: text,
  ...described,
});

const params = z.record(name, param).optional();

const date = z.strictObject({
  from: z.literal('as_of'),
  minus_days: z
    .union([z.int(), name], { error: 'a whole number, or the name of an integer parameter' })
    .meta({ description: 'A number of days, or the name of an integer parameter.' }),
  ...described,
});

const anyColumn = {
  header: text
    .optional()
    .meta({ description: 'How files write it, where that is more than its name; reasons name it so.' }),
  required: z.boolean().default(false).meta({ description: 'Whether a record without a value is rejected.' }),
  ...described,
};

const bounds = { least: z.number().optional(), most: z.number().optional() };

const enumValue = z.string().regex(/^\S(?:.*\S)?$/, { error: 'text without space around it' });

const where = z
  .record(name, z.array(enumValue).min(1))
  .refine((columns) => Object.keys(columns).length > 0, { error: 'at least one column with its values' })
  .meta({ description: 'Columns of the record, each with the values of which it has one.' });

const beside = z.discriminatedUnion('takes', [
  z.strictObject({
    where,
    takes: z.enum(['date', 'decimal', 'integer']),
    list: z
      .string()
      .regex(/^\S$/, { error: 'one character that is no white space' })
      .optional()
      .meta({ description: 'What stands between the values of a list, each of which is read.' }),
  }),
  z.strictObject({ where, takes: z.literal('nothing') }),
]);

const column = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    ...anyColumn,
    beside: z
      .array(beside)
      .min(1)
      .optional()
      .meta({ description: 'What it takes where other columns of the record have certain values.' }),
  }),
  z.strictObject({
    type: z.literal('id'),
    ...anyColumn,
    all: enumValue
      .optional()
      .meta({ description: 'A value that stands for every id: a trace shows such records, too.' }),
  }),
  z.strictObject({
    type: z.literal('date'),
    ...anyColumn,
    most: z
      .literal('as_of')
      .optional()
      .meta({ description: 'A day after the as-of date of a run is rejected.' }),
  }),
  z.strictObject({ type: z.enum(['timestamp', 'boolean', 'email']), ...anyColumn }),
  z.strictObject({ type: z.enum(['integer', 'decimal']), ...anyColumn, ...bounds }),
  z.strictObject({ type: z.literal('enum'), values: z.array(enumValue).min(1), ...anyColumn }),
]);

const source = z.strictObject({
  title: text.optional(),
  ...described,
  files: z
    .array(z.string().regex(/^[^/\\]*[^/\\\s][^/\\]*$/, { error: 'the name of a file without its folder' }))
    .min(1)
    .meta({ description: 'File names, * for any characters; the first that matches a file decides.' }),
  required: z.boolean().default(true).meta({ description: 'Whether a run fails without a file.' }),
  unique: z
    .union([key, z.array(key).min(1)], { error: 'a list of columns, or a list of such lists' })
    .optional()
    .meta({
      description: 'Columns in which no two records may agree; several such keys as a list of lists.',
    }),
  incremental: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether files are added to those that are loaded, and never replace them.' }),
  columns: z.record(name, column),
});

const layer = name.optional().meta({ description: 'The layer after which it is made; by default the last.' });

const join = z.strictObject({
  to: name.meta({ description: 'The source or table that is joined.' }),
  on: key.meta({ description: 'Columns that both have.' }),
  expects: z.enum(['n:1', '1:1']).meta({
    description: 'n:1: no key stands twice in the table joined; 1:1: and every row has just one partner.',
  }),
});

const table = z.strictObject({
  table: name,
  from: name.optional().meta({ description: 'The source whose records it accounts for.' }),
  of: name
    .optional()
    .meta({ description: 'Instead of a source, the table before it that it is derived from.' }),
  key: key.meta({ description: 'Columns that name a row: one row each.' }),
  latest: name
    .optional()
    .meta({ description: 'With from: the column by which the latest row of a key is kept.' }),
  rows: z.enum(['one', 'group', 'any']).optional().meta({
    description:
      'With of: whether each row there has exactly one here (the default), belongs to exactly one by its key, or has any number.',
  }),
  joins: z
    .array(join)
    .max(20)
    .optional()
    .meta({ description: 'With of: what its query joins to, measured before it runs.' }),
  layer,
  sql: sql.optional(),
  ...described,
});

const rule = z.strictObject({
  stage: name,
  rule: name.optional().meta({ description: 'A name of its own, where a stage has several rules.' }),
  title: text,
  reasons: z
    .union([z.array(name).min(1), z.strictObject({ sql })], { error: 'a list of names, or sql' })
    .optional()
    .meta({
      description:
        "Reasons that it may give, or a query for those that stand in the data; else the stage's name.",
    }),
  scope: z.enum(['everybody', 'survivors']).default('everybody').meta({
    description: 'Looks at the whole population, or only at whom the rules before it left.',
  }),
  sql,
  ...described,
});

const csvFile = z.string().regex(/^[a-z][a-z0-9_-]*\.csv$/, {
  error: 'a name that ends in .csv: small letters, digits, - and _, beginning with a letter',
});

const outputColumn = z
  .strictObject({
    decimals: z
      .int()
      .min(0)
      .max(4)
      .optional()
      .meta({ description: 'Places with which a decimal is written.' }),
    type: z.literal('boolean').optional().meta({ description: 'Written as true or false.' }),
    ...described,
  })
  .refine(({ decimals, type }) => decimals === undefined || type === undefined, {
    error: 'either decimals or type: boolean',
  });

const output = z.strictObject({
  file: csvFile,
  delivers: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether its rows are the delivery: one a survivor.' }),
  written: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether a run writes the file; else it is a list in the app.' }),
  title: text.optional(),
  layer,
  sql,
  columns: z.record(name, outputColumn).default({}),
  ...described,
});

const control = z.strictObject({ control: text, sql, ...described });

const diagnostic = z.strictObject({
  diagnostic: name,
  title: text,
  sql,
  params,
  warns: z
    .strictObject({ one: text, many: text.regex(/\{rows\}/, { error: 'text with {rows}' }) })
    .optional()
    .meta({ description: 'What a run warns of when it returns one row, or many of them ({rows}).' }),
  ...described,
});

const stage = z.strictObject({ stage: name, title: text, ...described });

const publishedTable = z.strictObject({
  table: name,
  output: z.string().meta({ description: 'The file whose rows published runs are known by.' }),
  columns: key.meta({ description: 'Columns of the output that are kept.' }),
  ...described,
});

const by = z.strictObject({
  columns: key.meta({ description: 'Columns of the key by which figures are grouped.' }),
  table: name
    .optional()
    .meta({ description: 'The table that has a row for each group; else the population.' }),
  title: name
    .optional()
    .meta({ description: 'The column of that table that says in words what a group is.' }),
});

const lookupColumn = { column: name, title: text };

const lookupAxis = z.strictObject({
  ...lookupColumn,
  values: z
    .array(z.union([z.int(), enumValue], { error: 'a whole number or a text' }))
    .min(1)
    .max(50),
});

const listLookup = z.strictObject({
  lookup: name,
  title: text,
  ...described,
  key: z.strictObject(lookupColumn).meta({ description: 'The column that names a row.' }),
  columns: z.array(z.strictObject(lookupColumn)).min(1),
  rows: z
    .record(enumValue, z.record(name, z.string().nullable()))
    .meta({ description: 'By the value of its key, each row with a text for each column.' }),
});

const gridLookup = z.strictObject({
  lookup: name,
  title: text,
  ...described,
  grid: z
    .strictObject({ rows: lookupAxis, columns: lookupAxis })
    .meta({ description: 'The columns that name a cell, and their values.' }),
  value: z.strictObject({
    ...lookupColumn,
    of: name.optional().meta({ description: 'The lookup of whose keys each value is one.' }),
  }),
  cells: z
    .array(z.array(z.string().nullable()))
    .meta({ description: "A list for each of the rows, with a value for each of the grid's columns." }),
});

const lookup = z.union([listLookup, gridLookup], {
  error: 'key, columns and rows, or grid, value and cells',
});

const axis = {
  column: name.meta({ description: 'A column that the query returns.' }),
  title: text,
};

const nameFormat = z.enum(['text', 'month', 'number', 'money']);
const figureFormat = z.enum(['number', 'money', 'percent', 'rate']).meta({
  description: 'percent: a whole number, 100 for all; rate: a decimal, 1 for all.',
});
const nameAxis = z.strictObject({ ...axis, format: nameFormat });
const figureAxis = z.strictObject({ ...axis, format: figureFormat });

const anyInsight = {
  insight: name,
  title: text,
  sql,
  records: sql.optional().meta({
    description: 'SQL file that returns the records behind a mark, given what names it: :x, :series, :y.',
  }),
  lookup: name.optional().meta({ description: 'The lookup that decides what it shows.' }),
  ...described,
};

const plot = {
  ...anyInsight,
  x: nameAxis,
  y: figureAxis,
  series: name.optional().meta({ description: 'The column whose values are the series.' }),
};

const insight = z.discriminatedUnion('chart', [
  z.strictObject({ chart: z.enum(['stacked bar', 'line', 'area']), ...plot }),
  z.strictObject({
    chart: z.literal('bar'),
    ...plot,
    line: figureAxis
      .optional()
      .meta({ description: 'Without series: a line over the bars, on an axis of its own.' }),
  }),
  z.strictObject({
    chart: z.literal('heat map'),
    ...anyInsight,
    x: nameAxis,
    y: nameAxis,
    value: figureAxis.meta({ description: 'By which a cell is coloured.' }),
    figures: z.array(figureAxis).default([]).meta({ description: 'Further figures that stand in a cell.' }),
    label: name.optional().meta({ description: 'The column with the words of a cell.' }),
  }),
  z.strictObject({
    chart: z.literal('cards'),
    ...anyInsight,
    x: nameAxis.meta({ description: 'What names a card.' }),
    severity: name.meta({ description: 'The column that is info, warn or alert.' }),
    value: name,
    text: name,
  }),
  z.strictObject({
    chart: z.literal('table'),
    ...anyInsight,
    x: nameAxis.meta({ description: 'What names a row.' }),
    columns: z
      .array(z.strictObject({ ...axis, format: z.union([nameFormat, figureFormat]) }))
      .min(1)
      .max(20),
  }),
]);

/** What recipe.yaml may hold. */
export const recipeSchema = z.strictObject({
  recipe: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, {
      error: 'small letters, digits and single -, like eligible-audience',
    })
    .meta({ description: "The recipe's id." }),
  title: text,
  ...described,
  version: text.default('0').meta({ description: 'Stands in the manifest of every run.' }),
  entity: text.meta({ description: 'What one row of the population is, in the singular.' }),
  key: key.meta({ description: 'Columns that name an entity.' }),
  params,
  dates: z.record(name, date).optional(),
  sources: z.record(name, source),
  lookups: z
    .array(lookup)
    .default([])
    .meta({ description: 'Small tables that stand in the recipe, and can be changed in the app.' }),
  layers: z.array(name).min(1).optional().meta({
    description: 'Names of the layers in which tables and outputs are made; run --until stops after one.',
  }),
  tables: z.array(table).min(1),
  population: name.meta({ description: 'The table whose rows are the entities.' }),
  stages: z.array(stage).min(1).optional().meta({
    description: 'All stages in order, the first being the entry; else they follow from the rules.',
  }),
  rules: z.array(rule).max(MOST_RULES).default([]),
  dropouts: csvFile.default('dropouts.csv').meta({ description: 'The file of those whom the rules drop.' }),
  by: by.optional(),
  published: z
    .array(publishedTable)
    .default([])
    .meta({ description: 'What published runs delivered, as tables for queries.' }),
  audit: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether the app offers the audit of pipelines that run elsewhere.' }),
  outputs: z.array(output).min(1),
  controls: z.array(control).default([]),
  diagnostics: z.array(diagnostic).default([]),
  insights: z.array(insight).default([]),
});

/** A recipe.yaml that the schema accepts. */
export type RecipeYaml = z.output<typeof recipeSchema>;

/** The schema of recipe.yaml for editors: JSON Schema, draft 2020-12. */
export function recipeJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(recipeSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: "Muster's recipe.yaml", ...rest };
}
