import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { EngineNotice } from '../contract/bridge.ts';
import type { ToEngine } from '../engine-process/messages.ts';

/** An engine that ends by itself more often than this within a minute is given up. */
const MOST_RESTARTS = 3;
const MINUTE = 60_000;

/** How long an engine may take to close its workspaces, in milliseconds. */
const CLOSING = 10_000;

/** What the engine process is given, and who hears of it. */
export interface EngineSettings {
  /** The folder of new workspaces. */
  readonly folder: string;
  readonly recentsFile: string;
  onNotice(notice: EngineNotice): void;
  /** The engine ended by itself, and was begun again or not. */
  onRestart(state: 'restarted' | 'lost'): void;
  /** What the engine writes of faults of its own. */
  onFault(text: string): void;
}

/** The process in which the engine works, begun when somebody first asks for it, and begun again when it ends by itself. */
export class EngineProcess {
  readonly #settings: EngineSettings;
  #process: UtilityProcess | undefined;
  #restarts: readonly number[] = [];

  constructor(settings: EngineSettings) {
    this.#settings = settings;
  }

  /** Begins the engine where it does not run, so that it is there when it is needed. */
  begin(): void {
    this.#begin();
  }

  /** A port to the engine, for one page. */
  connect(): MessagePortMain {
    const engine = this.#begin();
    const { port1, port2 } = new MessageChannelMain();
    send(engine, { kind: 'client' }, [port1]);
    return port2;
  }

  /** Stops all work, closes the workspaces and ends the process: by force where it takes too long. */
  async stop(): Promise<void> {
    const engine = this.#process;
    if (!engine) return;
    this.#process = undefined;
    const ended = Promise.withResolvers<void>();
    engine.once('exit', () => ended.resolve());
    const limit = setTimeout(() => {
      engine.kill();
      ended.resolve();
    }, CLOSING);
    send(engine, { kind: 'close' });
    await ended.promise;
    clearTimeout(limit);
  }

  get running(): boolean {
    return this.#process !== undefined;
  }

  #begin(): UtilityProcess {
    if (this.#process) return this.#process;
    const { folder, recentsFile, onNotice, onFault } = this.#settings;
    const engine = utilityProcess.fork(enginePath(), [folder, recentsFile], {
      serviceName: 'Muster engine',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = engine;
    engine.stderr?.on('data', (text: Buffer) => onFault(text.toString('utf8')));
    engine.on('message', (notice: EngineNotice) => onNotice(notice));
    engine.once('exit', (code) => this.#ended(engine, code));
    return engine;
  }

  #ended(engine: UtilityProcess, code: number): void {
    // One that was told to stop is not missed.
    if (this.#process !== engine) return;
    this.#process = undefined;
    const { onFault, onRestart } = this.#settings;
    onFault(`The engine ended by itself (${code}).\n`);
    const now = Date.now();
    const recent = this.#restarts.filter((time) => now - time < MINUTE);
    this.#restarts = [...recent, now];
    onRestart(recent.length < MOST_RESTARTS ? 'restarted' : 'lost');
  }
}

/** The engine and its threads begin from the files outside of the app's archive: a thread cannot read within it. */
function enginePath(): string {
  return join(import.meta.dirname, 'engine-process.js').replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked');
}

function send(engine: UtilityProcess, message: ToEngine, ports: MessagePortMain[] = []): void {
  engine.postMessage(message, ports);
}
