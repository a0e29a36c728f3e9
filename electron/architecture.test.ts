import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { writeTexts } from './engine/testing/file-texts.ts';
import { tempFolder } from './engine/testing/temp-folder.ts';

const ROOT = join(import.meta.dirname, '..');

const ALLOWED = [
  ['electron/engine/run', '../../contract/reconciliation.ts'],
  ['electron/engine/run', '../recipe/recipe.ts'],
  ['electron/engine/run', 'node:fs'],
  ['electron/contract', './reconciliation.ts'],
  ['electron/contract', 'zod'],
  ['electron/cli', '../contract/progress.ts'],
  ['electron/cli/render', '../../engine/run/run-recipe.ts'],
  ['renderer/screens', '../../electron/contract/reconciliation.ts'],
] as const;

const ENGINE = 'Arrows run one way: the engine imports the contract and itself, never a host.';
const CONTRACT = 'The contract imports nothing outside itself (but zod).';
const RENDERER = 'The renderer knows the contract only.';

const FORBIDDEN = [
  ['electron/engine', '../cli/render/text.ts', ENGINE],
  ['electron/engine/run', '../../cli/progress.ts', ENGINE],
  ['electron/engine/run', '../../main/window.ts', ENGINE],
  ['electron/engine/run', '../../web/host.ts', ENGINE],
  ['electron/engine/run', '../../../renderer/main.ts', ENGINE],
  ['electron/engine/run', 'electron', ENGINE],
  ['electron/contract', '../engine/failure.ts', CONTRACT],
  ['electron/contract', '../cli/exit.ts', CONTRACT],
  ['electron/contract', 'node:fs', CONTRACT],
  ['electron/contract', 'better-sqlite3', CONTRACT],
  ['renderer/screens', '../../electron/engine/failure.ts', RENDERER],
  ['renderer/screens', '../../electron/cli/exit.ts', RENDERER],
  ['renderer/screens', 'node:fs', RENDERER],
  ['renderer/screens', 'better-sqlite3', RENDERER],
] as const;

const ReportSchema = z.object({
  diagnostics: z.array(
    z.object({
      severity: z.string(),
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string() }),
    }),
  ),
});

/** What the linter, with the settings of this project, finds in files of these folders that import these modules. */
function faultsOf(imports: readonly (readonly [folder: string, module: string, ...unknown[]])[]) {
  const folder = tempFolder();
  copyFileSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
  const pathOf = (index: number) => `${imports[index]?.[0]}/importer-${index}.ts`;
  const files = imports.map(([, module], index) => {
    return [pathOf(index), `import { something } from '${module}';\n\nexport const other = something;\n`];
  });
  writeTexts(folder, Object.fromEntries(files));
  const biome = join(ROOT, 'node_modules', '.bin', 'biome');
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(biome, args, { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = ReportSchema.parse(JSON.parse(stdout));
  return imports.map((_, index) =>
    diagnostics
      .filter(({ severity, location }) => severity === 'error' && location.path === pathOf(index))
      .map(({ category, message }) => `${category}: ${message}`),
  );
}

test('hosts may import the engine, the engine and the renderer the contract', () => {
  expect(faultsOf(ALLOWED)).toEqual(ALLOWED.map(() => []));
});

test('the linter refuses every import against the arrows', () => {
  expect(faultsOf(FORBIDDEN)).toEqual(
    FORBIDDEN.map(([, , message]) => [`lint/style/noRestrictedImports: ${message}`]),
  );
});
