import type { HeatMapInsight, PlotInsight } from '../insight-kinds.ts';

const ANY = { insight: 'spend', title: 'Spend', description: '', opens: true, lookup: null } as const;

/** A chart of stacked bars by team and state, with what of it is different. */
export function aPlot(parts: Partial<PlotInsight>): PlotInsight {
  return {
    ...ANY,
    chart: 'stacked bar',
    x: { column: 'team', title: 'Team', format: 'text' },
    y: { column: 'people', title: 'People', format: 'number' },
    series: 'state',
    line: null,
    columns: ['team', 'state', 'people'],
    rows: [],
    ...parts,
  };
}

/** A heat map of customers by recency and frequency, with what of it is different. */
export function aHeatMap(parts: Partial<HeatMapInsight>): HeatMapInsight {
  return {
    ...ANY,
    chart: 'heat map',
    x: { column: 'f', title: 'Frequency', format: 'number' },
    y: { column: 'r', title: 'Recency', format: 'number' },
    value: { column: 'customers', title: 'Customers', format: 'number' },
    figures: [],
    label: null,
    columns: ['r', 'f', 'customers', 'money', 'segment'],
    rows: [],
    ...parts,
  };
}
