import type { HeatMapInsight, PlotInsight, StatusGridInsight } from '../insight-kinds.ts';

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

/** A status grid of checks by source, with what of it is different. */
export function aStatusGrid(parts: Partial<StatusGridInsight>): StatusGridInsight {
  return {
    ...ANY,
    title: 'Monitor',
    chart: 'status grid',
    x: { column: 'check', title: 'Check', format: 'text' },
    y: { column: 'source', title: 'Source', format: 'text' },
    status: 'status',
    value: 'figure',
    text: 'words',
    columns: ['source', 'check', 'status', 'figure', 'words'],
    rows: [],
    ...parts,
  };
}
