import type { QuarantineFilter } from '../../../electron/contract/views.ts';
import type { Query } from '../../router/route.ts';

/** Stands in the address for all sources, and for the whole record instead of a column. */
export const ALL = '*';

const STATES = ['open', 'set aside', 'corrected'] as const;

/** The states that the facets offer, the first of them at the start. */
export type ShownState = (typeof STATES)[number] | typeof ALL;

/** The filter that an address asks for; where it names no source, the one that is given. */
export function readFilter(query: Query, source: string | undefined): QuarantineFilter {
  const state = STATES.find((each) => each === query.state) ?? (query.state === ALL ? undefined : 'open');
  const ofSource = query.source === ALL ? undefined : (query.source ?? source);
  return {
    ...(ofSource === undefined ? {} : { source: ofSource }),
    ...(query.file === undefined ? {} : { import: Number(query.file) }),
    ...(query.column === undefined ? {} : { column: query.column === ALL ? null : query.column }),
    ...(query.code === undefined ? {} : { code: query.code }),
    // A sign before it, so that an empty text stands in the address as well.
    ...(query.text === undefined ? {} : { text: query.text.slice(1) }),
    ...(state === undefined ? {} : { state }),
  };
}

/** What of the address goes with a part of the filter: another source has other files and columns, another column other texts. */
export const WITH = {
  state: { record: null },
  source: { file: null, column: null, code: null, text: null, record: null },
  file: { record: null },
  column: { text: null, record: null },
  code: { text: null, record: null },
  text: { record: null },
} as const;
