import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { errorCode, explainSystemError, Failure } from '../failure.ts';
import { isJsonName } from './json/json-name.ts';

/** How much is read at once: with larger pieces the parser makes more garbage than it saves calls. */
export const CHUNK_BYTES = 64 * 1024;

/** How much is read before others get their turn. */
const BYTES_A_TURN = 16 * CHUNK_BYTES;

/** What another thread of this process needs to read an open file. */
export interface InputHandle {
  readonly path: string;
  readonly fd: number;
  readonly packed: boolean;
}

/** A file's text as bytes. */
export interface InputContent {
  readonly path: string;
  /**
   * The bytes of the text: unpacked where the file is packed. `onStored` hears each piece of the bytes on disk.
   * A piece is good until the next one is asked for: its memory is used again.
   */
  content(onStored: (piece: Uint8Array) => void): AsyncIterable<Buffer>;
}

/** A file held open while it is loaded, so that all passes see the same one. */
export interface InputFile extends InputContent {
  readonly name: string;
  /** Bytes on disk. */
  readonly bytes: number;
  readonly handle: InputHandle;
  /** Throws a Failure when the file has changed since it was opened. */
  assertUnchanged(): void;
  close(): void;
}

/** Opens a file, known under a name; throws a Failure when it cannot be read, or is a folder, an archive or a workbook. */
export function openInput(path: string, name: string = basename(path)): InputFile {
  // Asked before it is opened: opening a pipe would wait for its writer.
  refuseWhatIsNoFile(
    path,
    name,
    attempt(path, () => statSync(path)),
  );
  const fd = attempt(path, () => openSync(path, 'r'));
  try {
    const opened = fstatSync(fd);
    const handle = { path, fd, packed: isPacked(path, name, fd) };
    return {
      ...readHandle(handle),
      name,
      bytes: opened.size,
      handle,
      assertUnchanged: () => assertUnchanged(path, opened, fstatSync(fd)),
      close: () => closeSync(fd),
    };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** The content of a file that is held open, perhaps by another thread. */
export function readHandle({ path, fd, packed }: InputHandle): InputContent {
  return {
    path,
    content: (onStored) => explained(path, packed ? unpackedBytes(fd, onStored) : plainBytes(fd, onStored)),
  };
}

function refuseWhatIsNoFile(path: string, name: string, stats: Stats): void {
  if (stats.isDirectory())
    throw new Failure(`${path} is a folder, not a file.`, 'Rename the folder, or take it away.');
  if (!stats.isFile()) throw new Failure(`${path} is no ordinary file.`, 'Copy its content into a file.');
  // JSON has no header, so an empty file is one without records.
  if (stats.size === 0 && !isJsonName(name))
    throw new Failure(`${path} is empty: it has not even a header.`, 'Export it again.');
}

/** Whether the file is packed by gzip; throws a Failure where its name says otherwise, and for archives and workbooks. */
function isPacked(path: string, name: string, fd: number): boolean {
  const start = Buffer.alloc(4);
  attempt(path, () => readSync(fd, start, 0, 4, 0));
  const named = /\.gz$/i.test(name);
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  if (named && !packed)
    throw new Failure(`${path} is not packed by gzip.`, 'Take .gz off its name, or pack it.');
  if (packed && !named) throw new Failure(`${path} is packed by gzip.`, 'Add .gz to its name, or unpack it.');
  if (start.toString('latin1') === 'PK\x03\x04') {
    throw new Failure(
      `${path} is a zip archive or an Excel workbook, not a flat file.`,
      'Unpack it, or save the sheet as CSV.',
    );
  }
  return packed;
}

function assertUnchanged(path: string, before: Stats, now: Stats): void {
  if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) {
    throw new Failure(
      `${path} changed while it was read (${before.size} bytes before, ${now.size} now).`,
      'Wait until it is written completely and start again.',
    );
  }
}

function plainBytes(fd: number, onStored: (piece: Uint8Array) => void): AsyncIterable<Buffer> {
  const memory = Buffer.allocUnsafe(CHUNK_BYTES);
  return storedBytes(fd, () => memory, onStored);
}

async function* unpackedBytes(fd: number, onStored: (piece: Uint8Array) => void): AsyncIterable<Buffer> {
  const stored = storedBytes(fd, () => Buffer.allocUnsafe(CHUNK_BYTES), onStored);
  // Errors reach whoever reads the unpacked end.
  yield* pipeline(stored, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}

async function* storedBytes(
  fd: number,
  memory: () => Buffer,
  onStored: (piece: Uint8Array) => void,
): AsyncIterable<Buffer> {
  for (let position = 0; ; ) {
    // Others get their turn now and then: signals, progress.
    if (position % BYTES_A_TURN === 0) await setImmediate();
    const buffer = memory();
    // At once, as the next piece is nearly always in the system's cache: waiting for a thread costs more.
    const bytesRead = readSync(fd, buffer, 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    const piece = buffer.subarray(0, bytesRead);
    onStored(piece);
    yield piece;
  }
}

async function* explained(path: string, chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    if (errorCode(error).startsWith('Z_')) {
      throw new Failure(`${path} is a damaged gzip file.`, 'Copy or export it again.', { cause: error });
    }
    throw explainSystemError(error, path);
  }
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainSystemError(error, path);
  }
}
