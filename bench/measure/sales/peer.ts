import type { Finished } from '../watched-process.ts';
import { pandasPeer } from './pandas-peer.ts';
import { sqlitePeer } from './sqlite-peer.ts';

/** Where a peer reads and writes. */
export interface PeerFolders {
  readonly data: string;
  /** Empty; gets one CSV file a table. */
  readonly out: string;
  readonly scratch: string;
}

/** A program that makes the same tables without accounting for a record. */
export interface Peer {
  readonly name: PeerName;
  /** With its version. */
  readonly title: string;
  /** One run in a process of its own; throws where it fails. */
  run(folders: PeerFolders): Promise<Finished>;
}

/** The peers, the first that works is taken. */
export const PEER_NAMES = ['pandas', 'sqlite3'] as const;
export type PeerName = (typeof PEER_NAMES)[number];

const FIND: Readonly<Record<PeerName, () => Peer | undefined>> = { pandas: pandasPeer, sqlite3: sqlitePeer };

/** The named peer, or the first that this machine has. Throws where there is none. */
export function findPeer(name: PeerName | undefined): Peer {
  for (const each of name === undefined ? PEER_NAMES : [name]) {
    const peer = FIND[each]();
    if (peer) return peer;
  }
  throw new Error(
    `${name ?? PEER_NAMES.join(' or ')} was not found. pandas is asked of python3, or of the program that PYTHON names; sqlite3 is the package sqlite3 of Debian and Ubuntu.`,
  );
}
