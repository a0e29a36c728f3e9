import { createHash } from 'node:crypto';
import type { ReadableDb } from '../workspace/database.ts';
import { CORRECTION_IN_FORCE } from './run-basis.ts';

/** The corrections that a run was made with, as its manifest names them. */
export interface CorrectionsSeal {
  readonly count: number;
  /** Lower-case hex, over what each of them says. */
  readonly sha256: string;
}

/**
 * How many active corrections the loaded files have, and a hash over their content; undefined without any. The hash does not depend on
 * when and in which order they were made.
 */
export function correctionsSeal(db: ReadableDb): CorrectionsSeal | undefined {
  const contents = db
    .prepare<[], string>(
      `select json_object('source', source, 'sha256', sha256, 'line', line, 'column', column_name, 'code', code,
         'old', old_text, 'new', new_text, 'kind', kind) as content
       from correction
       where ${CORRECTION_IN_FORCE}
       order by source, sha256, line, column_name, code, old_text, new_text, kind`,
    )
    .pluck();
  const hash = createHash('sha256');
  let count = 0;
  for (const content of contents.iterate()) {
    hash.update(`${content}\n`);
    count++;
  }
  return count === 0 ? undefined : { count, sha256: hash.digest('hex') };
}
