import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { Api } from '../../electron/contract/api.ts';
import { KEY_FRAGMENT, KEY_PROTOCOL_PREFIX, RPC_PATH, RPC_PROTOCOL } from '../../electron/contract/web.ts';

const PROGRAM = resolve(import.meta.dirname, '../../electron/cli/main.js');
const READY = /^Muster is ready: (\S+)$/;

/** The web host in a process of its own. */
export interface BenchHost {
  readonly url: string;
  readonly origin: string;
  readonly api: Api;
  /** Memory resident now, and the most that was; undefined where the system does not say. */
  memory(): { readonly nowBytes: number; readonly peakBytes: number } | undefined;
  end(): Promise<void>;
}

/** Starts `serve` over a folder and connects to its calls. Throws when it ends before it is ready. */
export async function startHost(folder: string): Promise<BenchHost> {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--folder', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyAddress(child);
  const { origin, host, hash } = new URL(url);
  const key = hash.slice(`#${KEY_FRAGMENT}=`.length);
  const socket = new WebSocket(`ws://${host}${RPC_PATH}`, {
    protocols: [RPC_PROTOCOL, KEY_PROTOCOL_PREFIX + key],
    headers: { origin },
  });
  await once(socket, 'open');
  return {
    url,
    origin,
    api: createORPCClient(new RPCLink({ websocket: socket })),
    memory: () => memoryOf(child.pid),
    end: async () => {
      socket.close();
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
}

async function readyAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The host says nothing.');
  for await (const line of createInterface(child.stdout)) {
    const [, url] = READY.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('The host ended before it was ready.');
}

function memoryOf(id: number | undefined): ReturnType<BenchHost['memory']> {
  if (process.platform !== 'linux') return undefined;
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  const of = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { nowBytes: of('VmRSS'), peakBytes: of('VmHWM') };
}
