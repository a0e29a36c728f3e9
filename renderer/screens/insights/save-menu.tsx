import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { Download } from 'lucide-react';
import type { RefObject } from 'react';
import type { Insight } from '../../../electron/contract/insights.ts';
import { Problem } from '../../api/problem.ts';
import { csvText } from '../../components/chart/csv-text.ts';
import { drawingOf } from '../../components/chart/drawing.ts';
import { heatGrid } from '../../components/chart/heat-map/heat-grid.ts';
import { heatScale } from '../../components/chart/heat-map/heat-scale.ts';
import { rampEntries } from '../../components/chart/heat-map/ramp-legend.tsx';
import { seriesColour } from '../../components/chart/palette.ts';
import { type LegendEntry, pngPicture, svgPicture } from '../../components/chart/picture.ts';
import { saveBlob } from '../../components/chart/save-blob.ts';
import { statusEntries } from '../../components/chart/status-grid/status-words.ts';
import { tablePicture } from '../../components/chart/table-picture.ts';
import { tell, tellProblem } from '../../components/tell.tsx';

interface SaveMenuProps {
  readonly insight: Insight;
  readonly frame: RefObject<HTMLDivElement | null>;
  /** A table of figures has no picture, nor have cards. */
  readonly isTable: boolean;
}

/** Saves a chart as a picture, or its data. */
export function SaveMenu({ insight, frame, isTable }: SaveMenuProps) {
  const name = insight.insight.replaceAll('_', '-');
  const isPicture = !WITHOUT_PICTURE.includes(insight.chart);
  const drawn = () => {
    const table = frame.current?.querySelector<HTMLTableElement>('table[data-picture]');
    const made = table && tablePicture(table);
    const svg =
      made ?? frame.current?.querySelector<SVGSVGElement>('svg.recharts-surface, svg[data-picture]');
    if (!svg) throw new Problem('There is no chart on screen to save.', 'Show it as a chart, and try again.');
    // A drawing has its look only while it stands in the page.
    if (made) frame.current?.append(made);
    try {
      const legend = legendOf(insight).map(({ label, colour }) => ({
        label,
        colour: shownColour(svg, colour),
      }));
      return svgPicture(svg, insight.title, legend);
    } finally {
      made?.remove();
    }
  };
  const save = async (what: 'png' | 'svg' | 'csv') => {
    try {
      if (what === 'svg') saveBlob(new Blob([drawn()], { type: 'image/svg+xml' }), `${name}.svg`);
      if (what === 'png') saveBlob(await pngPicture(drawn()), `${name}.png`);
      if (what === 'csv') {
        const text = csvText(insight.columns, insight.rows);
        saveBlob(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
      }
      tell(`${name}.${what} is saved.`);
    } catch (error) {
      const told = new Problem(
        'The picture could not be drawn.',
        'Save it in the other format, or save the data.',
      );
      tellProblem(error instanceof Problem ? error : told);
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<Download size={14} aria-hidden="true" />}>
          Save
          <VisuallyHidden> {insight.title}</VisuallyHidden>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={isTable || !isPicture} onClick={() => void save('png')}>
          Picture (PNG)
        </Menu.Item>
        <Menu.Item disabled={isTable || !isPicture} onClick={() => void save('svg')}>
          Picture (SVG)
        </Menu.Item>
        <Menu.Item onClick={() => void save('csv')}>Data (CSV)</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const WITHOUT_PICTURE: readonly Insight['chart'][] = ['cards', 'table', 'fields'];

/** What a picture says of its colours. */
function legendOf(insight: Insight): readonly LegendEntry[] {
  switch (insight.chart) {
    case 'cards':
    case 'table':
    case 'fields':
      return [];
    case 'heat map':
      return rampEntries(insight, heatScale(insight, heatGrid(insight)));
    case 'status grid':
      return statusEntries();
    default: {
      const { series } = drawingOf(insight);
      if (series.length < 2) return [];
      return series.map(({ label, colour }) => ({ label, colour: seriesColour(colour) }));
    }
  }
}

/** A colour as it is where an element stands, light or dark. */
function shownColour(element: Element, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  element.parentElement?.append(probe);
  const shown = getComputedStyle(probe).color;
  probe.remove();
  return shown;
}
