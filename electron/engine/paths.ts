import { dirname, join } from 'node:path';

/** The folder of SQL files that the app ships: the workspace's schema and the built-in recipes. */
export const SQL_FOLDER: string = join(dirname(dirname(import.meta.dirname)), 'sql');

/** The folder of sample files, one folder a recipe. */
export const SAMPLES_FOLDER: string = join(dirname(SQL_FOLDER), 'assets', 'samples');
