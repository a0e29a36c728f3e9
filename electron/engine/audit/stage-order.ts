/** Words that begin a pipeline, and words that end one. */
const FIRST = /initial|entry|population|start/i;
const LAST = /final|output|target|deliver|result/i;

const IN_ORDER = new Intl.Collator('en', { numeric: true });

/** A file's name without ending and leading number: `01_initial selection.csv` is `initial selection`. */
export function stageName(file: string): string {
  const plain = file.replace(/(?:\.gz)?$/i, '').replace(/\.[^.]*$/, '');
  return plain.replace(/^\W*\d+[\W_]+(?=\w)/, '') || plain || file;
}

/** Extracts in a likely order: by the numbers with which their names begin, else by words that begin or end a pipeline, else by name. */
export function inPipelineOrder<File extends { readonly name: string }>(
  files: readonly File[],
): readonly File[] {
  return files.toSorted((one, other) => {
    // What has no number stands behind what has one.
    const [first, second] = [one, other].map(({ name }) => numberOf(name) ?? Number.MAX_SAFE_INTEGER);
    if (first !== second) return (first ?? 0) - (second ?? 0);
    return rankOf(one.name) - rankOf(other.name) || IN_ORDER.compare(one.name, other.name);
  });
}

/** The number with which a name begins, after letters that are the same for all: `stage3_offers`, `03-offers`. */
function numberOf(name: string): number | undefined {
  const found = /^(?:[a-z]+[\s_-]?)??(\d{1,6})(?!\d)/i.exec(name);
  return found ? Number(found[1]) : undefined;
}

function rankOf(name: string): number {
  if (LAST.test(name)) return 2;
  return FIRST.test(name) ? 0 : 1;
}
