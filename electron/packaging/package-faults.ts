import { globSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage, statFile } from '@electron/asar';

/** Files that an app cannot be without, by their paths in it. */
const NEEDED = [
  'package.json',
  'out/main/index.js',
  'out/main/engine-process.js',
  'out/main/writer-thread.js',
  'out/main/reader-thread.js',
  'out/main/second-thread.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
];

/** Files of the project that all go into the app, but those of tests. */
const WHOLE = ['sql/**/*', 'assets/samples/*/**/*'];

/** All that may be in an app. */
const ALLOWED = [
  /^(package\.json|LICENSE)$/,
  /^out\/main\/[\w-]+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(index\.html|assets\/[^/]+\.(js|css|svg|png|woff2))$/,
  /^sql\/workspace\/\d+_[\w-]+\.sql$/,
  /^sql\/recipes\/[\w-]+\/(?!tests\/)[\w./-]+\.(sql|yaml|md)$/,
  /^assets\/samples\/[\w-]+\/[\w.-]+$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
];

/** Files that have to stand outside of the archive. */
const UNPACKED = [
  /^out\/main\/(?!index\.js$)/,
  /^sql\//,
  /^assets\/samples\//,
  /^node_modules\/better-sqlite3\//,
];

/** What is wrong with the archive of a packed app, for a system and processor like `linux-x64`; nothing when it is right. */
export function packageFaults(archive: string, target: string, project: string): readonly string[] {
  const files = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').slice(1))
    .filter((path) => !('files' in statFile(archive, path)));
  const native = `node_modules/better-sqlite3/prebuilds/${target}.node`;
  const needed = [...NEEDED, native, ...WHOLE.flatMap((pattern) => filesOf(project, pattern))];
  const isAllowed = (path: string) => path === native || ALLOWED.some((pattern) => pattern.test(path));
  const isUnpacked = (path: string) => {
    const entry = statFile(archive, path);
    return 'unpacked' in entry && entry.unpacked === true;
  };
  const belongsOutside = (path: string) => UNPACKED.some((pattern) => pattern.test(path));
  return [
    ...needed.filter((path) => !files.includes(path)).map((path) => `${path} is missing.`),
    ...files.filter((path) => !isAllowed(path)).map((path) => `${path} does not belong into the app.`),
    ...files
      .filter((path) => isUnpacked(path) !== belongsOutside(path))
      .map((path) => `${path} stands ${isUnpacked(path) ? 'outside of' : 'in'} the archive.`),
  ];
}

function filesOf(project: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: project, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(project.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/^sql\/recipes\/[^/]+\/tests\//.test(path));
}
