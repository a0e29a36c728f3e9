/** The exit codes of the command line. */
export const EXIT = { finished: 0, failed: 1, wrongUsage: 2, notBalanced: 3 } as const;
