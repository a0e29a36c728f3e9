import { z } from 'zod';
import { described, name, sql, text } from './schema-parts.ts';

const axis = {
  column: name.meta({ description: 'A column that the query returns.' }),
  title: text,
};

const nameFormat = z.enum(['text', 'month', 'date', 'number', 'money']);
const figureFormat = z.enum(['number', 'money', 'percent', 'rate']).meta({
  description: 'percent: a whole number, 100 for all; rate: a decimal, 1 for all.',
});
const shownFormat = z
  .enum(['text', 'month', 'date', 'time', 'flag', 'number', 'money', 'percent', 'rate'])
  .meta({
    description:
      'percent: a whole number, 100 for all; rate: a decimal, 1 for all; time: a UTC instant; flag: 1 for yes, 0 for no.',
  });
const nameAxis = z.strictObject({ ...axis, format: nameFormat });
const figureAxis = z.strictObject({ ...axis, format: figureFormat });
const shownAxis = z.strictObject({ ...axis, format: shownFormat });

/** What every chart has. */
const anyChart = { insight: name, title: text, sql, ...described };

/** What a chart of all entities may have besides. */
const behind = {
  records: sql.optional().meta({
    description: 'SQL file that returns the records behind a mark, given what names it: :x, :series, :y.',
  }),
  lookup: name.optional().meta({ description: 'The lookup that decides what it shows.' }),
};

/** The kinds of charts whose marks have a name, each with what all of its charts may have. */
function charts<Shared extends z.ZodRawShape>(shared: Shared) {
  const plot = {
    ...anyChart,
    ...shared,
    x: nameAxis,
    y: figureAxis,
    series: name.optional().meta({ description: 'The column whose values are the series.' }),
  };
  return [
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
      ...anyChart,
      ...shared,
      x: nameAxis,
      y: nameAxis,
      value: figureAxis.meta({ description: 'By which a cell is coloured.' }),
      figures: z.array(figureAxis).default([]).meta({ description: 'Further figures that stand in a cell.' }),
      label: name.optional().meta({ description: 'The column with the words of a cell.' }),
    }),
    z.strictObject({
      chart: z.literal('status grid'),
      ...anyChart,
      ...shared,
      x: nameAxis,
      y: nameAxis,
      status: name.meta({ description: 'The column that is ok, warn or fail; null where there is no cell.' }),
      value: name.meta({ description: 'The column with what stands in a cell.' }),
      text: name.meta({ description: 'The column with a sentence on a cell.' }),
    }),
    z.strictObject({
      chart: z.literal('cards'),
      ...anyChart,
      ...shared,
      x: nameAxis.meta({ description: 'What names a card.' }),
      severity: name.meta({ description: 'The column that is info, warn or alert.' }),
      value: name,
      text: name,
    }),
    z.strictObject({
      chart: z.literal('table'),
      ...anyChart,
      ...shared,
      x: z
        .strictObject({ ...axis, format: z.enum([...nameFormat.options, 'time']) })
        .meta({ description: 'What names a row.' }),
      columns: z.array(shownAxis).min(1).max(20),
    }),
  ] as const;
}

const fields = z.strictObject({
  chart: z.literal('fields'),
  ...anyChart,
  fields: z
    .array(shownAxis)
    .min(1)
    .max(100)
    .meta({ description: 'Columns of the one row that the query returns, in order.' }),
});

/** A chart over what a run wrote. */
export const insight = z.discriminatedUnion('chart', [...charts(behind), fields]);

/** A chart of one entity. */
export const profileChart = z.discriminatedUnion('chart', [...charts({}), fields]);
