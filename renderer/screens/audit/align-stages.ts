import type { AuditStage } from '../../../electron/contract/audits.ts';
import { foldHeader } from './key-columns.ts';

/** A stage across audits: its place in each, null in those that have none of its name. */
export interface StageRow {
  readonly stage: string;
  readonly places: readonly (number | null)[];
}

/** The stages of several pipelines, matched by name; one that only some have stands behind the one that it follows there. */
export function alignStages(pipelines: readonly (readonly AuditStage[])[]): readonly StageRow[] {
  const order: { readonly name: string; readonly stage: string }[] = [];
  for (const stages of pipelines) {
    let behind = -1;
    for (const { stage } of stages) {
      const name = foldHeader(stage);
      const place = order.findIndex((each) => each.name === name);
      if (place >= 0) {
        behind = place;
        continue;
      }
      behind++;
      order.splice(behind, 0, { name, stage });
    }
  }
  return order.map(({ name, stage }) => ({
    stage,
    places: pipelines.map((stages) => {
      const place = stages.findIndex((each) => foldHeader(each.stage) === name);
      return place < 0 ? null : place;
    }),
  }));
}
