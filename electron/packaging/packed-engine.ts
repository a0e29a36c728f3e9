import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Api } from '../contract/api.ts';
import { MainPort } from '../main/testing/main-port.ts';
import { FakeUtilityProcess } from '../main/testing/utility-process.ts';

/** Lets the engine of a packed app, whose files outside of the archive stand in `unpacked`, make a workspace in `folder` and load the sample into it. */
export async function tryPackedEngine(unpacked: string, folder: string): Promise<number> {
  const module = join(unpacked, 'out', 'main', 'engine-process.js');
  const engine = new FakeUtilityProcess(module, [folder, join(folder, 'recents.json')]);
  const ended = once(engine, 'exit');
  engine.stderr.pipe(process.stderr);
  const { port1, port2 } = new MessageChannel();
  engine.postMessage({ kind: 'client' }, [new MainPort(port1)]);
  const api: Api = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  const { workspace, files } = await api.workspaces.createSample({ recipe: 'eligible-audience' });
  await api.files.add({ workspace, files: files.map(({ file }) => file) });
  const { sources } = await api.files.list({ workspace });
  engine.postMessage({ kind: 'close' }, []);
  await ended;
  return sources.reduce((records, { accepted }) => records + accepted, 0);
}
