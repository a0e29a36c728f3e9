import { errorCode } from './failure.ts';

/** Whether there is a process of a number on this machine. In containers a later one often has that of one that has ended. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is a process, too.
    return errorCode(error) === 'EPERM';
  }
}
