import type { Code } from '../../contract/codes.ts';
import type { CorrectionResult } from '../../contract/quarantine.ts';
import { Failure } from '../failure.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { count, type WritableDb } from '../workspace/database.ts';
import { applyCorrections } from './apply-corrections.ts';
import type { Condition } from './quarantine-filter.ts';

/** A correction of cells to be made. */
export interface NewCorrection {
  readonly kind: 'cell' | 'record';
  readonly source: Source;
  readonly file: string;
  readonly sha256: string;
  readonly line: number | null;
  readonly column?: string;
  readonly code?: Code | null;
  readonly oldText: string;
  readonly newText: string;
}

/** One act of the user's: corrections that are made, and switched, together. */
export class Act {
  readonly #context: { readonly db: WritableDb; readonly recipe: Recipe; readonly check: () => void };
  readonly #act: number;
  readonly #before: readonly bigint[];
  readonly #madeAt = new Date().toISOString();

  /** A new act, or one that is there already and is about to be switched. */
  constructor(
    context: { readonly db: WritableDb; readonly recipe: Recipe; readonly check: () => void },
    act?: number,
  ) {
    this.#context = context;
    this.#act = act ?? count(context.db, 'select coalesce(max(act), 0) + 1 from correction');
    this.#before = act === undefined ? [] : this.#touched();
  }

  add({ kind, source, file, sha256, line, column, code, oldText, newText }: NewCorrection): void {
    this.#context.db
      .prepare(
        `insert into correction
           (act, made_at, kind, source, sha256, file, line, column_name, code, old_text, new_text, active)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
      )
      .run(
        this.#act,
        this.#madeAt,
        kind,
        source.name,
        sha256,
        file,
        line,
        column ?? null,
        code ?? null,
        oldText,
        newText,
      );
  }

  /** Sets the open records aside that a condition holds for. Throws a Failure when there are none. */
  addAside({ sql, values }: Condition, note: string): void {
    const { changes } = this.#context.db
      .prepare(
        `insert into correction (act, made_at, kind, source, sha256, file, line, note, active)
         select ?, ?, 'set aside', import.source, import.sha256, import.file, quarantine.record & 4294967295, ?, 1
         from quarantine join import using (import)
         where quarantine.state = 'open' and ${sql}
         order by quarantine.record`,
      )
      .run(this.#act, this.#madeAt, note, ...values);
    if (changes === 0)
      throw new Failure(
        'None of these records is open.',
        'Look at the quarantine again and choose open ones.',
      );
  }

  /** Applies the corrections of the sources that the act is about, and says what became of the records that it touches or touched. */
  apply(): CorrectionResult {
    const { db, recipe, check } = this.#context;
    const sources = db
      .prepare<[number], string>('select distinct source from correction where act = ?')
      .pluck();
    for (const name of sources.all(this.#act)) {
      const source = recipe.sources.find((each) => each.name === name);
      if (source) applyCorrections(db, source, check);
    }
    const states = this.#states();
    const of = (state: string) => states.filter((each) => each === state).length;
    return { act: this.#act, changed: states.length, accepted: of('corrected'), faulty: of('open') };
  }

  #touched(): readonly bigint[] {
    return this.#context.db
      .prepare<[number], bigint>(
        'select distinct record from correction_record join correction using (correction) where act = ?',
      )
      .pluck()
      .safeIntegers()
      .all(this.#act);
  }

  #states(): readonly string[] {
    const state = this.#context.db
      .prepare<[bigint], string>('select state from quarantine where record = ?')
      .pluck();
    const records = new Set([...this.#before, ...this.#touched()]);
    return [...records].map((record) => state.get(record) ?? 'open');
  }
}
