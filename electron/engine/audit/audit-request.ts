import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AuditRole } from '../../contract/audits.ts';
import { Failure } from '../failure.ts';
import { normalizeHeader } from '../ingest/headers.ts';

/** A file of the user's, as the system and as the user know it. */
export interface GivenAuditFile {
  readonly path: string;
  readonly name: string;
}

/** What an audit is asked for. */
export interface AuditRequest {
  /** The columns that name an entity. */
  readonly key: readonly string[];
  /** In the order of the pipeline; the last is its final output. */
  readonly stages: readonly { readonly name: string; readonly file: GivenAuditFile }[];
  readonly traces: readonly GivenAuditFile[];
  readonly otherTraces: readonly GivenAuditFile[];
  readonly references: readonly GivenAuditFile[];
  /** ISO day on which references are looked at. */
  readonly asOf: string;
  /** Columns of references that say from when and until when a record holds; without them they are told by their names. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** A file of an audit, its role and the name by which the report knows it. */
export interface AuditInputFile {
  readonly role: AuditRole;
  readonly name: string;
  readonly file: GivenAuditFile;
}

/** All files of an audit: stages first, in order, then traces, other traces and references. */
export function inputFilesOf(request: AuditRequest): readonly AuditInputFile[] {
  const named = (role: AuditRole, files: readonly GivenAuditFile[]) =>
    files.map((file): AuditInputFile => ({ role, name: file.name, file }));
  return [
    ...request.stages.map(({ name, file }): AuditInputFile => ({ role: 'stage', name, file })),
    ...named('trace', request.traces),
    ...named('other trace', request.otherTraces),
    ...named('reference', request.references),
  ];
}

/** Throws a Failure where a request contradicts itself; no file is looked into. */
export function checkRequest(request: AuditRequest): void {
  checkKey(request.key);
  const { stages } = request;
  if (stages.length < 2) {
    throw new Failure(
      `An audit compares the extracts of two stages at least; here ${stages.length === 1 ? 'is one' : 'are none'}.`,
      'Name the extract after each stage, in order.',
    );
  }
  const names = stages.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    const files = stages.filter(({ name }) => name === twice).map(({ file }) => file.name);
    throw new Failure(
      `Two stages have the name ${twice}: ${files.join(' and ')}.`,
      'Give each stage a name of its own.',
    );
  }
  checkFiles(inputFilesOf(request));
}

function checkKey(key: readonly string[]): void {
  if (key.length === 0 || key.some((column) => normalizeHeader(column) === '')) {
    throw new Failure(
      `The key "${key.join(',')}" names no column, or an empty one.`,
      'Name the columns of the business key.',
    );
  }
  const compared = key.map(normalizeHeader);
  const twice = compared.findIndex((column, index) => compared.indexOf(column) < index);
  if (twice >= 0) throw new Failure(`The key names ${key[twice]} twice.`, 'Name each of its columns once.');
}

function checkFiles(files: readonly AuditInputFile[]): void {
  const seen = new Map<string, AuditInputFile>();
  for (const input of files) {
    const place = existsSync(input.file.path) ? realpathSync(input.file.path) : resolve(input.file.path);
    const before = seen.get(place);
    // A stage that changed nothing may have left no extract of its own.
    if (before && !(before.role === 'stage' && input.role === 'stage')) {
      throw new Failure(
        `${input.file.name} is given twice: as ${whatIs(before)} and as ${whatIs(input)}.`,
        'Give each file once.',
      );
    }
    seen.set(place, input);
  }
}

function whatIs({ role, name }: AuditInputFile): string {
  return role === 'stage' ? `stage ${name}` : role;
}
