import { type Draft, NO_DRAFT } from './draft.ts';

/** A draft as it outlasts the page, without the records of its files: they are personal data, and are read again. */
export function draftText(draft: Draft): string {
  return JSON.stringify({ ...draft, files: draft.files.map((file) => ({ ...file, first: [] })) });
}

/** The draft of such a text; of no text, or of one that is none, the empty one. */
export function draftOfText(text: string | null): Draft {
  try {
    return { ...NO_DRAFT, ...(JSON.parse(text ?? '{}') as Partial<Draft>) };
  } catch {
    return NO_DRAFT;
  }
}
