import { z } from 'zod';
import { NORMALISERS } from '../ingest/normalise.ts';
import { insight, profileChart } from './insight-schema.ts';
import { described, name, sql, text } from './schema-parts.ts';

/** At most so many rules: each has a bit of a 64-bit mask. */
export const MOST_RULES = 62;

const key = z.array(name).min(1);

const param = z.strictObject({
  type: z.enum(['integer', 'decimal', 'date', 'text', 'boolean', 'id']),
  default: z
    .union([z.string(), z.number(), z.boolean()], { error: 'one value' })
    .optional()
    .meta({ description: 'Without a default, the value must be given for every run.' }),
  title: text,
  values: z.array(text).min(1).optional().meta({ description: 'Of a text: the values that it may have.' }),
  warns: z
    .record(text, text)
    .optional()
    .meta({ description: 'Of a text: by its value, what a run with it warns of.' }),
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

const bound = z
  .union([z.number(), name], { error: 'a number, or the name of a column' })
  .optional()
  .meta({ description: 'A number, or a column of the same type whose value of the record is the limit.' });

const bounds = { least: bound, most: bound };

const normaliser = z.enum(NORMALISERS);

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
    normalise: z
      .union([normaliser, z.array(normaliser).min(1)], {
        error: `one or a list of ${NORMALISERS.join(', ')}`,
      })
      .optional()
      .meta({ description: 'How its values are made alike before they are stored.' }),
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
  merges: z
    .array(
      z.strictObject({
        table: name.meta({ description: 'A table before it.' }),
        on: key.meta({ description: 'Columns that both have, by which its rows stand here.' }),
      }),
    )
    .min(2)
    .max(10)
    .optional()
    .meta({
      description: 'Instead of one table, several, each of whose rows stands in exactly one row here.',
    }),
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

const outputFile = z.string().regex(/^[a-z][a-z0-9_-]*\.(?:csv|log|txt)$/, {
  error: 'a name that ends in .csv, .log or .txt: small letters, digits, - and _, beginning with a letter',
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
    type: z.enum(['boolean', 'integer', 'date', 'timestamp']).optional().meta({
      description: 'boolean: written as true or false; timestamp: as an instant, YYYY-MM-DDTHH:MM:SSZ.',
    }),
    written: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether it stands in the file; else only in the list of the app.' }),
    ...described,
  })
  .refine(({ decimals, type }) => decimals === undefined || type === undefined, {
    error: 'either decimals or a type',
  });

const output = z.strictObject({
  file: outputFile,
  delimiter: z
    .enum([',', ';', '\t', '|'])
    .default(',')
    .meta({ description: 'What stands between the cells of its file.' }),
  also: z
    .array(z.enum(['parquet']))
    .default([])
    .meta({ description: 'Further formats in which a run writes its rows beside.' }),
  kept: z.enum(['always', 'last']).default('always').meta({
    description:
      'last: a workspace keeps its rows of the last run alone, as they hold those of earlier runs.',
  }),
  team: name.optional().meta({ description: 'To whom run --deliver takes its file.' }),
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

const control = z.strictObject({
  control: text,
  sql,
  counts: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether left and right are whole numbers; else they are ten-thousandths.' }),
  ...described,
});

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

const keptTable = z.strictObject({
  table: name,
  output: z.string().meta({ description: 'The output whose rows every run in a workspace keeps.' }),
  by: z.enum(['as_of', 'run']).meta({
    description: 'as_of: a run takes the place of an earlier one as of the same day; run: each stays.',
  }),
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
  history: z
    .array(keptTable)
    .default([])
    .meta({ description: 'What earlier runs wrote, as tables for queries.' }),
  audit: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether the app offers the audit of pipelines that run elsewhere.' }),
  outputs: z.array(output).min(1),
  controls: z.array(control).default([]),
  diagnostics: z.array(diagnostic).default([]),
  insights: z.array(insight).default([]),
  profile: z
    .array(profileChart)
    .default([])
    .meta({ description: 'Charts of one entity, whose queries bind the columns of the key.' }),
});

/** A recipe.yaml that the schema accepts. */
export type RecipeYaml = z.output<typeof recipeSchema>;

/** The schema of recipe.yaml for editors: JSON Schema, draft 2020-12. */
export function recipeJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(recipeSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: "Muster's recipe.yaml", ...rest };
}
