import type { CheckReport } from '../../contract/check-report.ts';
import type { FileShape } from '../../contract/files.ts';
import type { Recipe } from '../../engine/recipe/recipe.ts';
import { renderSources, renderWarnings } from './files.ts';
import { counted, styled } from './text.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

/** What `check` found, as a person reads it. */
export function renderCheck(recipe: Recipe, report: CheckReport): string {
  const rejected = report.sources.reduce((sum, source) => sum + source.rejected, 0);
  const imports = report.sources.flatMap(({ imports }) => imports);
  return [
    styled('bold', `${recipe.title}: ${counted(imports.length, 'file')} checked`),
    '',
    ...renderSources(report.sources),
    '',
    ...imports.map(({ file, encoding, shape, delimiter }) =>
      styled('dim', `  ${file}: ${encoding}, ${shapeWords(shape, delimiter)}`),
    ),
    ...renderWarnings(report.warnings),
    '',
    rejected === 0
      ? 'Every record is accepted.'
      : `${counted(rejected, 'record')} would go to the quarantine.`,
    '',
  ].join('\n');
}

function shapeWords(shape: FileShape, delimiter: string): string {
  if (shape === 'json lines') return 'JSON Lines';
  if (shape === 'json array') return 'a JSON array';
  return `${DELIMITER_NAMES[delimiter] ?? delimiter}-separated`;
}
