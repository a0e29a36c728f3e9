import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';

/** A Node port that speaks like the ports of Electron's main and utility processes. */
export class MainPort extends EventEmitter {
  readonly port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.port = port;
    port.on('close', () => this.emit('close'));
  }

  postMessage(message: unknown): void {
    this.port.postMessage(message);
  }

  start(): void {
    this.port.on('message', (data) => this.emit('message', { data, ports: [] }));
  }

  close(): void {
    this.port.close();
  }
}
