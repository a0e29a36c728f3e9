import type { RefObject } from 'react';
import type { Insight } from '../../../electron/contract/insights.ts';
import { InsightCards } from './cards/insight-cards.tsx';
import { Chart } from './chart.tsx';
import { InsightFields } from './fields/insight-fields.tsx';
import { HeatMap } from './heat-map/heat-map.tsx';
import type { OpenedMark } from './insight-kinds.ts';
import { InsightRows } from './rows/insight-rows.tsx';
import { StatusGrid } from './status-grid/status-grid.tsx';

interface DrawnInsightProps {
  readonly insight: Insight;
  /** Where it is drawn, for a picture of it. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onOpen: (mark: OpenedMark) => void;
  /** A mark of several series together was opened. */
  readonly onOthers: () => void;
}

/** An insight as its recipe has it drawn. */
export function DrawnInsight({ insight, frame, onOpen, onOthers }: DrawnInsightProps) {
  switch (insight.chart) {
    case 'heat map':
      return <HeatMap insight={insight} frame={frame} onOpen={onOpen} />;
    case 'status grid':
      return <StatusGrid insight={insight} frame={frame} onOpen={onOpen} />;
    case 'cards':
      return <InsightCards insight={insight} onOpen={onOpen} />;
    case 'table':
      return <InsightRows insight={insight} onOpen={onOpen} />;
    case 'fields':
      return <InsightFields insight={insight} />;
    default:
      return <Chart insight={insight} frame={frame} onOpen={onOpen} onOthers={onOthers} />;
  }
}
