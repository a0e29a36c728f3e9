import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Api } from '../../electron/contract/api.ts';
import { host } from '../host/choose-host.ts';
import { queryClient } from './query-client.ts';

/** How the line to the engine is. */
export type Line =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open'; readonly api: Api; readonly epoch: number }
  /** It broke, and is being mended; the last API is kept, so that the screen stays as it is. */
  | { readonly kind: 'broken'; readonly api: Api | null; readonly epoch: number; readonly message: string }
  | { readonly kind: 'ended'; readonly api: Api | null; readonly epoch: number };

/** How long to wait before attempts, in milliseconds; the last stays. */
const PAUSES = [0, 250, 500, 1000, 2000, 4000];

const LineContext = createContext<Line>({ kind: 'connecting' });

/** Keeps a line to the engine open for all below. */
export function ConnectionProvider({ children }: { readonly children: ReactNode }) {
  const [line, setLine] = useState<Line>({ kind: 'connecting' });
  useEffect(() => {
    const stop = new AbortController();
    void keepOpen(setLine, stop.signal);
    return () => stop.abort();
  }, []);
  return <LineContext value={line}>{children}</LineContext>;
}

/** How the line to the engine is now. */
export function useLine(): Line {
  return useContext(LineContext);
}

/** The calls of the engine, and a number that rises whenever the line is a new one. Only below a page that has been connected. */
export function useConnection(): { readonly api: Api; readonly epoch: number } {
  const line = useContext(LineContext);
  if (line.kind === 'connecting' || !line.api) throw new Error('There is no line to the engine.');
  return { api: line.api, epoch: line.epoch };
}

/** The calls of the engine. */
export function useApi(): Api {
  return useConnection().api;
}

async function keepOpen(setLine: (line: Line) => void, signal: AbortSignal): Promise<void> {
  let api: Api | null = null;
  let epoch = 0;
  for (let attempt = 0; !signal.aborted; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSES[Math.min(attempt, PAUSES.length - 1)]));
    if (signal.aborted) return;
    try {
      const connection = await host.connect();
      if (signal.aborted) return;
      api = connection.api;
      epoch++;
      attempt = -1;
      setLine({ kind: 'open', api, epoch });
      if (epoch > 1) void queryClient.invalidateQueries();
      const end = await connection.closed;
      if (end === 'ended') return setLine({ kind: 'ended', api, epoch });
      setLine({ kind: 'broken', api, epoch, message: 'The line to the engine broke.' });
    } catch (error) {
      const message = error instanceof Error ? error.message : 'Muster does not answer.';
      setLine({ kind: 'broken', api, epoch, message });
    }
  }
}
