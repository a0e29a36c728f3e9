import { basename } from 'node:path';

/**
 * The module with which a thread begins, by its path in the engine without extension (`jobs/writer-thread`): the source file or, in the
 * built app, where all bundles stand side by side, the bundle of that name. Where the app is packed in an archive, threads begin from the
 * copy outside of it.
 */
export function threadUrl(module: string): URL {
  const here = import.meta.url;
  const url = here.endsWith('.ts')
    ? new URL(`../${module}.ts`, here)
    : new URL(`./${basename(module)}.js`, here);
  return new URL(url.href.replace('/app.asar/', '/app.asar.unpacked/'));
}
