import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Home } from '../../contract/workspaces.ts';
import { explainSystemError, Failure } from '../failure.ts';
import { recipesForFiles } from '../files/recipe-fits.ts';
import { patternTest } from '../ingest/match-files.ts';
import { SAMPLES_FOLDER } from '../paths.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { builtInRecipes, findRecipe, readRecipeFolder } from '../recipe/recipe-folder.ts';
import { recipeOfWorkspace } from '../workspace/stored-recipe.ts';
import type { Engine } from './engine.ts';
import { os } from './os.ts';
import { overviewOf } from './overview.ts';

/** The day on which the samples' stories are told. */
const SAMPLE_DAY = '2026-11-20';

/** Answers the calls that make, open and describe workspaces. */
export const workspaceHandlers = {
  home: os.workspaces.home.handler(({ context }) => home(context.engine)),

  create: os.workspaces.create.handler(async ({ input, context }) => {
    const recipe = builtIn(input.recipe);
    const { path } = await context.engine.create(recipe, input.name ?? recipe.title);
    return { workspace: path };
  }),

  createFromFolder: os.workspaces.createFromFolder.handler(async ({ input, context }) => {
    const { path: folder } = context.engine.resolveFile(input.folder);
    const recipe = parseRecipe(readRecipeFolder(findRecipe(folder, '/')));
    const { path } = await context.engine.create(recipe, recipe.title);
    return { workspace: path };
  }),

  createSample: os.workspaces.createSample.handler(async ({ input, context }) => {
    const recipe = builtIn(input.recipe);
    const files = sampleFiles(recipe);
    if (files.length === 0)
      throw new Failure(`${recipe.title} has no sample files.`, 'Choose your own files.');
    const { path } = await context.engine.create(recipe, `${recipe.title} sample`);
    return {
      workspace: path,
      files: files.map((file) => ({ name: basename(file), file: `sample:${recipe.id}/${basename(file)}` })),
      asOf: SAMPLE_DAY,
    };
  }),

  recipesFor: os.workspaces.recipesFor.handler(({ input, context }) => {
    const recipes = builtInRecipes().map((folder) => parseRecipe(readRecipeFolder(folder)));
    const given = input.files.map((file) => ({ file, ...context.engine.resolveFile(file) }));
    return recipesForFiles(recipes, given);
  }),

  open: os.workspaces.open.handler(async ({ input, context }) => {
    const { path } = await context.engine.workspace(input.path);
    return { workspace: path };
  }),

  openFile: os.workspaces.openFile.handler(async ({ input, context }) => {
    const { engine } = context;
    const { path, name, own } = engine.resolveFile(input.file);
    // Refuses what is no workspace before it takes a place among them.
    recipeOfWorkspace(path);
    if (!own) return { workspace: (await engine.workspace(path)).path };
    const copy = engine.pathForCopy(name);
    try {
      copyFileSync(path, copy);
    } catch (error) {
      throw explainSystemError(error, copy);
    }
    return { workspace: (await engine.workspace(copy)).path };
  }),

  forget: os.workspaces.forget.handler(({ input, context }) => {
    context.engine.recents.remove(input.path);
    return home(context.engine);
  }),

  overview: os.workspaces.overview.handler(async ({ input, context }) => {
    return overviewOf(await context.engine.workspace(input.workspace));
  }),

  saveCopy: os.workspaces.saveCopy.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const target = context.engine.host.resolveTarget(input.target);
    await workspace.write(
      'copy',
      `Saving a copy of ${workspace.name}`,
      'saveCopy',
      { path: target.path },
      [],
    );
    return target.saved();
  }),
};

function home({ host, recents }: Engine): Home {
  return {
    recipes: builtInRecipes().map((folder) => {
      const recipe = parseRecipe(readRecipeFolder(folder));
      const { id, title, description, entity, sources, audits } = recipe;
      const hasSample = sampleFiles(recipe).length > 0;
      return { id, title, description, entity, sources: sources.map(({ name }) => name), hasSample, audits };
    }),
    recents: recents.read().map((recent) => ({
      ...recent,
      name: basename(recent.path).replace(/\.muster$/i, ''),
      there: existsSync(recent.path),
    })),
    folder: host.folder,
  };
}

function builtIn(id: string): Recipe {
  const folder = builtInRecipes().find((each) => basename(each) === id);
  if (folder === undefined) throw new Failure(`There is no recipe "${id}".`, 'Choose another.');
  return parseRecipe(readRecipeFolder(folder));
}

/** The paths of a recipe's sample files, those that its sources take by name; none where it has no sample. */
function sampleFiles({ id, sources }: Recipe): readonly string[] {
  const folder = join(SAMPLES_FOLDER, id);
  if (!existsSync(folder)) return [];
  const taken = sources.flatMap(({ files }) => files.map(patternTest));
  return readdirSync(folder)
    .filter((name) => taken.some((takes) => takes(name)))
    .sort()
    .map((name) => join(folder, name));
}
