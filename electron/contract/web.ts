/**
 * What the browser's page and the web host agree on. The page is served from `/`; the address that the host prints ends in
 * `#key=<key>`, and the fragment never travels. Whatever is asked with a missing or wrong key, from another origin or by
 * another host name is answered with 403.
 */

/** The name under which the key stands in the fragment of the address: `#key=<43 characters of base64url>`. */
export const KEY_FRAGMENT = 'key';

/**
 * Where the calls of the contract are answered over a WebSocket:
 * `new WebSocket('ws://' + location.host + RPC_PATH, [RPC_PROTOCOL, KEY_PROTOCOL_PREFIX + key])`. The host picks RPC_PROTOCOL,
 * so that it does not say the key back. A message holds 16 MB at most.
 */
export const RPC_PATH = '/rpc';
export const RPC_PROTOCOL = 'muster';
export const KEY_PROTOCOL_PREFIX = 'muster.key.';

/** The close code of a connection that the host ends because it ends itself; any other end is worth a new attempt. */
export const CLOSED_BY_HOST = 1001;

/** The header that carries the key on an upload. */
export const KEY_HEADER = 'x-muster-key';

/**
 * Where a file is sent, as the body as it is: `POST /upload?name=<file name>` with KEY_HEADER. Answered 200 with an `Uploaded`,
 * or 4xx or 5xx with an `UploadRefused`, both JSON. An upload that is broken off leaves nothing behind.
 */
export const UPLOAD_PATH = '/upload';

/** The handle of an uploaded file, to be given to the engine wherever it takes a file. */
export interface Uploaded {
  readonly file: `upload:${string}`;
}

/** Why a file was not taken, and what to do about it. */
export interface UploadRefused {
  readonly message: string;
  readonly nextStep: string;
}

/**
 * A target is this and the name that is suggested for the file, `download:audience.csv`. Once it is written the call answers
 * with `{ kind: 'download', url, name }`: a path on this host that can be fetched once, by a link with `download`.
 */
export const DOWNLOAD_TARGET = 'download:';

/** Where written files are fetched: `/download/<one-time token>/<name>`. */
export const DOWNLOAD_PATH = '/download/';
