import { useEffect, useRef } from 'react';
import { host } from '../host/choose-host.ts';

/** Hears of files that the system asks to open: a workspace is opened, the others are given to `add`. */
export function useOpenedFiles(
  open: (workspace: string) => void,
  add: (handles: readonly string[]) => void,
): void {
  const latest = useRef({ open, add });
  latest.current = { open, add };
  useEffect(
    () =>
      host.onOpenFiles((handles) => {
        const isWorkspace = (handle: string) => handle.toLowerCase().endsWith('.muster');
        const workspace = handles.find(isWorkspace);
        if (workspace) latest.current.open(workspace);
        const others = handles.filter((handle) => !isWorkspace(handle));
        if (others.length > 0) latest.current.add(others);
      }),
    [],
  );
}
