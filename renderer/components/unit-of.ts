import type { ViewOf } from '../../electron/contract/views.ts';

/** What one row and many of a view are called: entities by the recipe's word, all else records. */
export function unitOf(of: ViewOf | undefined, entity: string): readonly [one: string, many: string] {
  const isOfEntities = of?.kind === 'entities' || of?.kind === 'difference';
  return isOfEntities ? [entity, `${entity}s`] : ['record', 'records'];
}
