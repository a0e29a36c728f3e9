import type { FileFit, RecipeFit, RecipesForFiles, UnreadableFile } from '../../contract/recipe-fits.ts';
import { Failure } from '../failure.ts';
import { suggestHeaders } from '../ingest/suggest-headers.ts';
import { isFolder } from '../is-folder.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { type Head, readHead } from './head.ts';
import { recogniseBy } from './recognise.ts';
import { type SourceFit, shareOf, sourceFits } from './source-fit.ts';
import { asKnown, type GivenFile } from './waiting-files.ts';

/** A header that may stand for a column is worth so much of one that does. */
const SUGGESTED_WORTH = 0.5;

/** A file that can be read, with how well it fits each source of each recipe. */
interface KnownHead {
  readonly head: Head;
  readonly fits: readonly SourceFit[];
}

/** What of a file fits a recipe, and how well: `likeness` 0 to 1. */
interface RankedFit {
  readonly fit: FileFit;
  readonly likeness: number;
  readonly byName: boolean;
}

/** Which of the recipes take files, as each would recognise them in a new workspace. A folder is said to be one. */
export async function recipesForFiles(
  recipes: readonly Recipe[],
  given: readonly GivenFile[],
): Promise<RecipesForFiles> {
  const workspace = given.find(({ name }) => /\.muster$/i.test(name))?.file ?? null;
  if (workspace !== null) return { workspace, chosen: null, recipes: [], files: [], unreadable: [] };
  const known: KnownHead[] = [];
  const files: string[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const each of given) {
    try {
      known.push(await knownHead(recipes, each));
      files.push(each.file);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { message, nextStep } = error;
      unreadable.push({ name: each.name, problem: asKnown(message, each), nextStep });
    }
  }
  const fits = known.length > 0 ? rankedRecipes(recipes, known) : [];
  const takers = fits.filter(({ takesAll }) => takesAll);
  const chosen = takers.length === 1 ? (takers[0]?.recipe ?? null) : null;
  return { workspace, chosen, recipes: fits, files, unreadable };
}

async function knownHead(recipes: readonly Recipe[], { path, name }: GivenFile): Promise<KnownHead> {
  if (isFolder(path)) {
    throw new Failure(`${name} is a folder, not a file.`, 'Choose the files in it.');
  }
  const head = await readHead(path, name);
  const sources = recipes.flatMap((recipe) => recipe.sources);
  return { head, fits: sourceFits(undefined, sources, head) };
}

/** The recipes by how many of the files they take, then by how much of their columns there is, then by the files' names. */
function rankedRecipes(recipes: readonly Recipe[], known: readonly KnownHead[]): readonly RecipeFit[] {
  const ranked = recipes.flatMap((recipe) => {
    const files = known.flatMap((each) => fileFit(recipe, each) ?? []);
    if (files.length < known.length) return [];
    const { id, title } = recipe;
    const fits = files.map(({ fit }) => fit);
    const taken = fits.filter((fit) => fit.taken).length;
    const takesAll = taken === known.length;
    const likeness = files.reduce((sum, file) => sum + file.likeness, 0);
    const named = files.filter(({ byName }) => byName).length;
    return [{ fit: { recipe: id, title, takesAll, files: fits }, taken, likeness, named }];
  });
  return ranked
    .sort((one, two) => two.taken - one.taken || two.likeness - one.likeness || two.named - one.named)
    .map(({ fit }) => fit);
}

/** What of a file fits the source that a recipe takes it for, else the likeliest; undefined where its header cannot be read by any. */
function fileFit({ sources }: Recipe, { head, fits }: KnownHead): RankedFit | undefined {
  const own = fits.filter(({ source }) => sources.includes(source));
  const recognition = recogniseBy(head, own);
  const taken = recognition.kind === 'recognised';
  const takenFor = taken ? recognition.fit.source.name : recognition.problem.source;
  const asked = own.filter(({ source }) => takenFor === null || source.name === takenFor);
  const [best] = asked
    .map((fit) => rankedFit(head.name, fit, taken))
    .sort((one, two) => two.likeness - one.likeness);
  return best;
}

function rankedFit(name: string, sourceFit: SourceFit, taken: boolean): RankedFit {
  const { source, byName, indexes, missing, ambiguous, records } = sourceFit;
  const rows = records.rows.map(({ cells }) => cells);
  const suggested = suggestHeaders(source.columns, indexes, records.header, rows);
  const likeness = shareOf(source, (column) => {
    if (indexes[column] !== -1) return 1;
    return suggested.has(source.columns[column]?.name ?? '') ? SUGGESTED_WORTH : 0;
  });
  const suggestions = source.columns.flatMap(({ name: of, header: column, required }) => {
    const header = required ? suggested.get(of) : undefined;
    return header === undefined ? [] : [{ header, column }];
  });
  const found = indexes.filter((index) => index !== -1).length;
  const columns = source.columns.length;
  const about = { name, source: source.name, taken, found, columns };
  return { fit: { ...about, missing, ambiguous, suggestions }, likeness, byName };
}
