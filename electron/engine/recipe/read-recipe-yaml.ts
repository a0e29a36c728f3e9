import { join } from 'node:path';
import type { z } from 'zod';
import type { Failure } from '../failure.ts';
import { didYouMean, failureAt, listed } from './place.ts';
import type { RecipeText } from './recipe.ts';
import { RECIPE_FILE } from './recipe-folder.ts';
import { type RecipeYaml, recipeSchema } from './schema.ts';
import { readYaml, type YamlDocument, type YamlPath } from './yaml-document.ts';

/** A recipe.yaml that its schema accepts, with the places of its values. */
export interface RecipeDocument extends YamlDocument {
  readonly value: RecipeYaml;
}

/** Reads recipe.yaml and holds it against its schema; throws a Failure that names file, line and what is allowed. */
export function readRecipeYaml(text: RecipeText): RecipeDocument {
  const document = readYaml(join(text.folder, RECIPE_FILE), text.files.get(RECIPE_FILE) ?? '');
  // The error function says what is allowed; the rest of the sentence needs the document.
  const result = recipeSchema.safeParse(document.value ?? {}, { error: allowed, jitless: true });
  if (result.success) return { ...document, value: result.data };
  const [first] = result.error.issues.map((issue) => explain(issue, document)).sort(byPlace);
  throw first?.failure;
}

type Issue = z.core.$ZodIssue;

interface Explained {
  readonly line: number;
  /** Of two faults the one that is seen at once: what is missing often is there under another name. */
  readonly missing: boolean;
  readonly failure: Failure;
}

function byPlace(left: Explained, right: Explained): number {
  return Number(left.missing) - Number(right.missing) || left.line - right.line;
}

function allowed(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return listed(Object.keys((issue.inst as Partial<z.ZodObject> | undefined)?.shape ?? {}));
    case 'invalid_value':
      return listed(issue.values.map(String));
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? listed(issue.options.map(String)) : '';
    case 'invalid_type':
      return KINDS.get(issue.expected) ?? issue.expected;
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'array' ? ' of them' : ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'array' ? ' of them' : ''}`;
    default:
      return '';
  }
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a map'],
  ['record', 'a map'],
]);

function explain(issue: Issue, document: YamlDocument): Explained {
  const name = pathText(issue.path);
  const at = (place: ReturnType<YamlDocument['at']>, what: string, nextStep: string, missing = false) => ({
    line: place.line,
    missing,
    failure: failureAt(place, what, nextStep),
  });
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const what = `${name ? `${name} has` : 'there is'} the unknown key "${key}"; allowed: ${issue.message}.`;
    return at(
      document.atKey([...issue.path, key]),
      what,
      didYouMean(key, issue.message.split(', '), 'Remove it.'),
    );
  }
  if (issue.code === 'invalid_union') {
    const [within] = ofNearestShape(issue, valueAt(document.value, issue.path))
      .map((each) => explain({ ...each, path: [...issue.path, ...each.path] }, document))
      .sort(byPlace);
    if (within) return within;
  }
  if (issue.code === 'invalid_key') {
    const what = `${pathText(issue.path.slice(0, -1))} has the name "${String(issue.path.at(-1))}"; allowed: ${issue.issues[0]?.message}.`;
    return at(document.atKey(issue.path), what, 'Give it another name.');
  }
  const input = valueAt(document.value, issue.path);
  if (input === undefined) {
    return at(document.at(issue.path), `${name} is missing; allowed: ${issue.message}.`, 'Add it.', true);
  }
  const given = typeof input === 'string' ? input : '';
  return at(
    document.at(issue.path),
    `${name || 'the file'} is ${inWords(input)}; allowed: ${issue.message}.`,
    didYouMean(given, issue.message.split(', '), nextStep(issue, input)),
  );
}

/** The faults of a map that may have one of several shapes, as of the shape whose keys it has; none where that is no single one. */
function ofNearestShape(issue: z.core.$ZodIssueInvalidUnion, input: unknown): readonly Issue[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [];
  const shapes = issue.errors.map((faults) => ({ faults, odd: oddKeys(faults, input) }));
  const least = Math.min(...shapes.map(({ odd }) => odd));
  const [nearest, another] = shapes.filter(({ odd }) => odd === least);
  return another ? [] : (nearest?.faults ?? []);
}

/** How many keys of a map itself are unknown or missing. */
function oddKeys(faults: readonly Issue[], input: object): number {
  const odd = faults.map((fault) => {
    if (fault.code === 'unrecognized_keys' && fault.path.length === 0) return fault.keys.length;
    return fault.path.length === 1 && valueAt(input, fault.path) === undefined ? 1 : 0;
  });
  return odd.reduce((sum, each) => sum + each, 0);
}

function nextStep(issue: Issue, input: unknown): string {
  const needsQuotes = issue.code === 'invalid_type' && issue.expected === 'string';
  return needsQuotes && typeof input !== 'object'
    ? 'Put it in quotation marks to make it text.'
    : 'Correct it.';
}

/** The value that an issue is about: of a union without a match zod names only the map around it. */
function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (outer, step) => Object.getOwnPropertyDescriptor(Object(outer), step)?.value,
    value,
  );
}

function inWords(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map';
  return JSON.stringify(value) ?? String(value);
}

function pathText(path: YamlPath): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`;
    return before ? `${before}.${String(step)}` : String(step);
  }, '');
}
