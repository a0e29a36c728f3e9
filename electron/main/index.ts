import { start } from './start.ts';

// Not awaited: Electron is not ready before this module has ended.
void start();
