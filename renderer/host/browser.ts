import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { Api } from '../../electron/contract/api.ts';
import {
  CLOSED_BY_HOST,
  DOWNLOAD_TARGET,
  KEY_PROTOCOL_PREFIX,
  RPC_PATH,
  RPC_PROTOCOL,
} from '../../electron/contract/web.ts';
import { download } from './download.ts';
import type { Connection, Host, OnUpload } from './host.ts';
import { pageKey } from './page-key.ts';
import { pickFiles } from './pick-files.ts';
import { upload } from './upload.ts';

/** The host in a browser on the same machine: a WebSocket, uploads and downloads. */
export function browserHost(): Host {
  const key = pageKey();
  const handlesOf = async (files: readonly File[], onUpload: OnUpload) => {
    const handles: string[] = [];
    for (const file of files) handles.push(await upload(file, key, onUpload));
    return handles;
  };
  return {
    kind: 'browser',
    mac: /mac|iphone|ipad/i.test(navigator.userAgent),
    connect: () => connect(key),
    handlesOf,
    chooseFiles: async (onUpload) => handlesOf(await pickFiles({ multiple: true }), onUpload),
    chooseWorkspaceFile: async (onUpload) => {
      const [handle] = await handlesOf(await pickFiles({ multiple: false, accept: '.muster' }), onUpload);
      return handle ?? null;
    },
    chooseRecipeFolder: null,
    target: async (name) => `${DOWNLOAD_TARGET}${name}`,
    deliver: (saved) => {
      if (saved.kind === 'download') download(saved.url, saved.name);
    },
    reveal: null,
    showDocument: (document_) => {
      document.title = document_ ? `${document_.name} – Muster` : 'Muster';
    },
    onCommand: () => () => {},
    onOpenFiles: () => () => {},
  };
}

async function connect(key: string): Promise<Connection> {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${location.host}${RPC_PATH}`, [
    RPC_PROTOCOL,
    KEY_PROTOCOL_PREFIX + key,
  ]);
  const closed = Promise.withResolvers<'again' | 'ended'>();
  const opened = Promise.withResolvers<void>();
  socket.addEventListener('open', () => opened.resolve());
  socket.addEventListener('close', ({ code }) => {
    opened.reject(new Error('Muster does not answer at this address.'));
    closed.resolve(code === CLOSED_BY_HOST ? 'ended' : 'again');
  });
  const api: Api = createORPCClient(new RPCLink({ websocket: socket }));
  await opened.promise;
  return { api, closed: closed.promise };
}
