import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { MainPort } from './main-port.ts';

/** A utility process whose program is the real one, run in a thread. */
export class FakeUtilityProcess extends EventEmitter {
  readonly worker: Worker;
  readonly stderr: Readable;

  constructor(module: string, args: readonly string[]) {
    super();
    this.worker = new Worker(join(import.meta.dirname, 'utility-worker.ts'), {
      argv: [...args],
      execArgv: [],
      stderr: true,
      workerData: { module: pathToFileURL(module).href },
    });
    this.stderr = this.worker.stderr;
    this.worker.on('message', (message) => this.emit('message', message));
    this.worker.on('exit', (code) => this.emit('exit', code));
  }

  postMessage(message: unknown, ports: readonly MainPort[]): void {
    const inner = ports.map(({ port }) => port);
    this.worker.postMessage({ message, ports: inner }, inner);
  }

  kill(): boolean {
    void this.worker.terminate();
    return true;
  }
}
