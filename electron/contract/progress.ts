/** The parts of a run, in order. */
export const PHASES = ['load', 'tables', 'rules', 'outputs', 'write'] as const;

/** A part of long work: of a run or, between loading and writing, of an audit. */
export type Phase = (typeof PHASES)[number] | 'audit';

/** What long work says while it goes on. */
export type Progress =
  | { readonly kind: 'phase'; readonly phase: Phase }
  | {
      readonly kind: 'file';
      readonly source: string;
      readonly file: string;
      /** Bytes of the file as it stands on disk. */
      readonly bytes: number;
      readonly bytesRead: number;
      readonly records: number;
    }
  | {
      readonly kind: 'loaded';
      readonly source: string;
      readonly file: string;
      readonly already: boolean;
      /** Of content that is there under another name: that name. */
      readonly as?: string;
    }
  | {
      readonly kind: 'step';
      readonly phase: Phase;
      readonly name: string;
      /** Steps that are done before this one, of how many; absent where that is not known. */
      readonly done?: number;
      readonly of?: number;
    };

export type OnProgress = (progress: Progress) => void;
