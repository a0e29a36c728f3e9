import { constants } from 'node:os';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { sayFarewell } from '../engine/deliver/interruption.ts';
import { errorCode, explainSystemError, Failure } from '../engine/failure.ts';
import { EXIT } from './exit.ts';

// Commands are imported when they are asked for: `--help` and mistakes answer at once.
const program = new Command('muster')
  .description('Turns flat files into an audience in which every record is accounted for.')
  .configureOutput({
    outputError: (text, write) =>
      write(
        `muster: ${text
          .trim()
          .replace(/^error: /, '')
          .replace(/\s*\n\s*/g, ' ')} (see --help)\n`,
      ),
  })
  .exitOverride();

program
  .command('run')
  .description('load the files, run the recipe, write the results')
  .argument('<recipe>', 'a built-in recipe, or the folder of another')
  .requiredOption('--in <dir>', 'folder with the files')
  .requiredOption('--out <dir>', 'folder for the results')
  .option('--as-of <day>', 'the day to look at the data on, YYYY-MM-DD (default: today)')
  .option('--param <name=value>', 'a parameter of the recipe; may be given several times', collectParam)
  .option('--workspace <file>', 'keep the data in this .muster file, to trace and to load faster next time')
  .option('--without <source>', 'leave out a source; may be given several times', collect)
  .option('--until <layer>', 'stop after this layer of the recipe, and write what exists by then')
  .option('--publish', 'when it balances, let later runs of the workspace know whom it delivered')
  .option('--deliver <place>', "when it balances, take teams' files to a folder or s3://bucket/prefix")
  .option('--s3-endpoint <url>', 'the server of the bucket, where it is not Amazon S3')
  .option('--json', 'print the reconciliation instead of the funnel')
  .option('--timings <file>', 'write how long each part took and the peak memory, as JSON')
  .action(async (recipe, options) => {
    const { run } = await import('./commands/run.ts');
    process.exitCode = await run(recipe, options);
  });

program
  .command('check')
  .description('read and validate the files, write nothing')
  .argument('<recipe>', 'a built-in recipe, or the folder of another')
  .requiredOption('--in <dir>', 'folder with the files')
  .option('--json', 'print the report as JSON')
  .action(async (recipe, options) => {
    const { check } = await import('./commands/check.ts');
    process.exitCode = await check(recipe, options);
  });

program
  .command('trace')
  .description('tell what happened to one entity, stage by stage')
  .argument('<workspace>', 'a .muster file that a run has kept')
  .argument('<key...>', 'the value of each key column')
  .option('--json', 'print the trace as JSON')
  .action(async (workspace, key, options) => {
    const { trace } = await import('./commands/trace.ts');
    trace(workspace, key, options);
  });

program
  .command('audit')
  .description(
    'reconcile a pipeline that runs elsewhere, by the extracts after its stages and its trace files',
  )
  .requiredOption('--key <columns>', 'the columns that name an entity, with commas between them')
  .requiredOption(
    '--stage <name=file...>',
    'the extract after a stage; once for each, in order',
    collectStage,
  )
  .option(
    '--trace <file...>',
    'a trace file: who was dropped, with a reason; may be given several times',
    collectFile,
  )
  .option(
    '--other-trace <file...>',
    'a trace file beside the main reporting; may be given several times',
    collectFile,
  )
  .option(
    '--reference <file...>',
    'records with validity dates that the pipeline used; may be given several times',
    collectFile,
  )
  .option('--valid-from <column>', 'the column of references that says from when a record holds')
  .option('--valid-to <column>', 'the column of references that says until when it holds')
  .option('--as-of <day>', 'the day to look at references on, YYYY-MM-DD (default: today)')
  .requiredOption('--out <dir>', 'folder for audit.json and findings.csv')
  .option('--json', 'print audit.json instead of the summary')
  .option('--timings <file>', 'write how long each part took and the peak memory, as JSON')
  .action(async (options) => {
    const { audit } = await import('./commands/audit.ts');
    process.exitCode = await audit(options);
  });

program
  .command('start')
  .description('open the app in its own window where Electron is installed, else in a browser')
  .action(async () => {
    const { start } = await import('./commands/start.ts');
    await start();
  });

program
  .command('serve')
  .description('open the app to a browser of this machine, until it is stopped')
  .option('--port <number>', 'the port to listen on; 0 takes a free one', '0')
  .option('--folder <dir>', 'keep workspaces here (default: your documents, in Muster)')
  .action(async (options) => {
    const { serve } = await import('./commands/serve.ts');
    await serve(options);
  });

program
  .command('recipes')
  .description('list the recipes it knows, with their sources')
  .option('--json', 'print them as JSON')
  .action(async (options) => {
    const { recipes } = await import('./commands/recipes.ts');
    recipes(options);
  });

program
  .command('dictionary')
  .description('print the data dictionary of a recipe, as Markdown')
  .argument('<recipe>', 'a built-in recipe, or the folder of another')
  .action(async (recipe) => {
    const { dictionary } = await import('./commands/dictionary.ts');
    dictionary(recipe);
  });

program
  .command('test')
  .description("run a recipe's own tests, tests/<case>/ in its folder")
  .argument('<recipe>', 'a built-in recipe, or the folder of another')
  .action(async (recipe) => {
    const { test } = await import('./commands/test.ts');
    process.exitCode = await test(recipe);
  });

program
  .command('schema')
  .description('print the JSON Schema of recipe.yaml, for editors')
  .action(async () => {
    const { schema } = await import('./commands/schema.ts');
    schema();
  });

function collectFile(path: string, before: readonly string[] = []): readonly string[] {
  if (path === '') throw new InvalidArgumentError('Name a file.');
  return [...before, path];
}

function collectStage(text: string, before: readonly string[] = []): readonly string[] {
  if (!/^[^=]*[^=\s][^=]*=./s.test(text)) throw new InvalidArgumentError('Write it as NAME=FILE.');
  return collect(text, before);
}

function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function collectParam(text: string, before: readonly string[] = []): readonly string[] {
  if (!/^[^=]+=/.test(text)) throw new InvalidArgumentError('Write it as NAME=VALUE.');
  return [...before, text];
}

// A reader that has seen enough (`| head`) is no fault, and the exit code is still the result's.
process.stdout.on('error', (error) => {
  if (errorCode(error) !== 'EPIPE') process.exit(explain(explainSystemError(error, 'Standard output')));
});

// Leaving by the front door lets everybody take their temporary files along.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  const leave = () => process.exit(128 + constants.signals[signal]);
  process.once(signal, () => {
    const farewell = sayFarewell();
    if (farewell === undefined) leave();
    // Whoever does not want to wait asks again.
    process.once(signal, leave);
    farewell?.finally(leave);
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Says on standard error what went wrong, on one line where the user can put it right; returns the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.finished : EXIT.wrongUsage;
  if (error instanceof Failure) {
    process.stderr.write(`muster: ${error.line}\n`);
    return error.usage ? EXIT.wrongUsage : EXIT.failed;
  }
  process.stderr.write(`muster: this is a fault of Muster's own, please report it. ${describe(error)}\n`);
  return EXIT.failed;
}

function describe(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/\s*\n\s*/g, ' | ');
}
