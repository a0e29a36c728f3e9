/**
 * A failure that the user can act on: one sentence that says what happened and where, and one that says what
 * to do. Everything else that is thrown is a fault of Muster's own.
 */
export class Failure extends Error {
  override readonly name: string = 'Failure';
  /** Whether the command line itself was wrong. */
  readonly usage: boolean = false;
  readonly nextStep: string;

  constructor(what: string, nextStep: string, options?: ErrorOptions) {
    super(what, options);
    this.nextStep = nextStep;
  }

  /** The failure on one line, as the command line prints it. */
  get line(): string {
    return `${this.message} ${this.nextStep}`.replace(/\s+/g, ' ').trim();
  }
}

/** A failure of which the words of the command line are the cause. */
export class UsageFailure extends Failure {
  override readonly name = 'UsageFailure';
  override readonly usage = true;
}

/** The code of a Node or SQLite error (`ENOENT`, `SQLITE_FULL`), or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The failure that an error of the system stands for, in words; other errors are returned as they are. */
export function explainSystemError(error: unknown, where: string): unknown {
  const explained = SYSTEM_ERRORS.get(errorCode(error));
  return explained ? new Failure(`${where}: ${explained[0]}`, explained[1], { cause: error }) : error;
}

const SYSTEM_ERRORS: ReadonlyMap<string, readonly [what: string, nextStep: string]> = new Map([
  ['EACCES', ['permission is denied.', 'Give your user the right to it, or choose another place.']],
  ['EPERM', ['permission is denied.', 'Give your user the right to it, or choose another place.']],
  ['EROFS', ['the disk is read-only.', 'Choose another place.']],
  ['ENOENT', ['it does not exist.', 'Check the path.']],
  ['ENOTDIR', ['a part of the path is a file, not a folder.', 'Check the path.']],
  ['EEXIST', ['something else stands there already.', 'Choose another place.']],
  ['ENOSPC', ['the disk is full.', 'Free some space and start again.']],
  ['EDQUOT', ['the disk quota is used up.', 'Free some space and start again.']],
  ['EIO', ['the disk reports a read or write error.', 'Check the disk and start again.']],
  ['ELOOP', ['its links lead in a circle.', 'Take the link away.']],
  ['EMFILE', ['too many files are open.', 'Close other programs and start again.']],
  ['SQLITE_FULL', ['the disk is full.', 'Free some space and start again.']],
  ['SQLITE_IOERR_WRITE', ['the disk is full or reports a write error.', 'Free some space and start again.']],
  [
    'SQLITE_READONLY',
    ['the workspace is read-only.', 'Give your user the right to write to it, or copy it.'],
  ],
]);
