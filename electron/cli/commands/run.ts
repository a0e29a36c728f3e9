import { jsonText } from '../../engine/export/json-file.ts';
import { UsageFailure } from '../../engine/failure.ts';
import { parameterWarnings, resolveParams } from '../../engine/recipe/parameters.ts';
import { ONLY_LAYER, type Recipe } from '../../engine/recipe/recipe.ts';
import { runRecipe } from '../../engine/run/run-recipe.ts';
import { suggest } from '../../engine/suggest.ts';
import { today } from '../../engine/today.ts';
import { recipeInUse } from '../../engine/workspace/stored-recipe.ts';
import { readDay } from '../days.ts';
import { readDelivery } from '../delivery.ts';
import { EXIT } from '../exit.ts';
import { standsIn, userPath } from '../place.ts';
import { terminalProgress } from '../progress.ts';
import { readRecipe } from '../read-recipe.ts';
import type { LoadedAlready } from '../render/files.ts';
import { renderFunnel } from '../render/funnel.ts';
import { startTimings } from '../timings.ts';
import { asUsage } from '../usage.ts';

interface RunOptions {
  readonly in: string;
  readonly out: string;
  readonly asOf?: string;
  readonly param?: readonly string[];
  readonly workspace?: string;
  readonly until?: string;
  readonly without?: readonly string[];
  readonly publish?: true;
  readonly deliver?: string;
  readonly s3Endpoint?: string;
  readonly json?: true;
  readonly timings?: string;
}

/** `muster run`; returns the exit code. */
export async function run(recipeName: string, options: RunOptions): Promise<number> {
  const asOf = readDay('--as-of', options.asOf);
  const own = readRecipe(recipeName);
  const recipe = options.workspace === undefined ? own : recipeInUse(userPath(options.workspace), own);
  const params = readParams(recipe, options.param ?? []);
  refuseUnkept(recipe, options);
  refuseUnknownLayer(recipe, options);
  refuseUnknownSources(recipe, options);
  const deliver = readDelivery(recipe, options);
  warn([...parameterWarnings(recipe, params), ...futureWarning(recipe, asOf, options)]);
  const progress = terminalProgress();
  const timings = startTimings();
  const outFolder = userPath(options.out);
  const request = {
    recipe,
    inFolder: userPath(options.in),
    outFolder,
    keepOutFolder: standsIn(outFolder),
    asOf,
    params,
    ...(options.workspace !== undefined && { workspace: userPath(options.workspace) }),
    ...(options.until !== undefined && { until: options.until }),
    without: recipe.sources.map(({ name }) => name).filter((name) => options.without?.includes(name)),
    publish: options.publish === true,
    ...(deliver && { deliver }),
  };
  const alreadyLoaded: LoadedAlready[] = [];
  const reconciliation = await runRecipe(request, (event) => {
    timings.hear(event);
    progress.hear(event);
    if (event.kind === 'loaded' && event.already) alreadyLoaded.push(event);
  }).finally(progress.end);
  if (options.timings !== undefined) timings.write(userPath(options.timings));
  if (options.json) process.stdout.write(jsonText(reconciliation));
  else {
    const kept = {
      alreadyLoaded,
      outFolder: options.out,
      publish: options.publish === true,
      ...(options.workspace && { workspace: options.workspace }),
      ...(options.deliver && { deliver: options.deliver }),
    };
    process.stdout.write(renderFunnel(recipe, reconciliation, kept));
  }
  if (reconciliation.balanced) return EXIT.finished;
  if (deliver) process.stderr.write('muster: Nothing was delivered, as the run does not balance.\n');
  return EXIT.notBalanced;
}

/** What is published has to be kept somewhere. */
function refuseUnkept(recipe: Recipe, { publish, workspace }: RunOptions): void {
  if (!publish) return;
  if (workspace === undefined) {
    throw new UsageFailure(
      '--publish needs a workspace that later runs can look into.',
      'Add --workspace FILE.',
    );
  }
  if (recipe.published.length > 0) return;
  throw new UsageFailure(`The recipe ${recipe.id} publishes nothing.`, 'Leave out --publish.');
}

/** A run stops after a layer that the recipe has; whom it would deliver is not known by then. */
function refuseUnknownLayer(recipe: Recipe, { until, publish }: RunOptions): void {
  if (until === undefined) return;
  const layers = recipe.layers.filter((layer) => layer !== ONLY_LAYER);
  if (layers.length === 0) {
    throw new UsageFailure(`The recipe ${recipe.id} has no layers.`, 'Leave out --until.');
  }
  if (!layers.includes(until)) {
    const nearest = suggest(until, layers);
    throw new UsageFailure(
      `The recipe ${recipe.id} has no layer "${until}"; it has: ${layers.join(', ')}.`,
      nearest ? `Did you mean "${nearest}"?` : 'Name one of these.',
    );
  }
  if (publish && until !== layers.at(-1)) {
    throw new UsageFailure('--until stops before there is anything to publish.', 'Leave out one of them.');
  }
}

/** What is left out has to be a source of the recipe. */
function refuseUnknownSources({ id, sources }: Recipe, { without = [] }: RunOptions): void {
  const names = sources.map(({ name }) => name);
  const unknown = without.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const nearest = suggest(unknown, names);
  throw new UsageFailure(
    `The recipe ${id} has no source "${unknown}"; it has: ${names.join(', ')}.`,
    nearest ? `Did you mean "${nearest}"?` : 'Name one of these.',
  );
}

/** What a history keeps of a day that has not come is said here alone: files are the same on whatever day they are written. */
function futureWarning(recipe: Recipe, asOf: string, { workspace }: RunOptions): readonly string[] {
  if (recipe.history.length === 0 || workspace === undefined || asOf <= today()) return [];
  return [`The as-of date ${asOf} is in the future, and ${workspace} keeps the run under it.`];
}

/** Says on standard error what has to be known before anybody uses the result. */
function warn(sentences: readonly string[]): void {
  for (const sentence of sentences) process.stderr.write(`muster: Note: ${sentence}\n`);
}

function readParams(recipe: Recipe, texts: readonly string[]) {
  const given = new Map<string, string>();
  for (const text of texts) {
    const [name = '', ...value] = text.split('=');
    if (given.has(name)) throw new UsageFailure(`--param ${name} is given twice.`, 'Give it once.');
    given.set(name, value.join('='));
  }
  return asUsage(() => resolveParams(recipe, given));
}
