import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../electron/contract/bridge.ts';
import { host } from '../host/choose-host.ts';
import { BESIDE, STEPS, type Step } from '../router/route.ts';

/** What the menu, the shortcuts and the palette can ask for. */
export type Command = MenuCommand | 'publish' | 'home' | 'help' | `step:${Step}` | `lookup:${string}`;

/** Hears the menu of the desktop and the keyboard. `onCommand` says whether it did something. */
export function useCommands(onCommand: (command: Command) => boolean): void {
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandOf(event, isTyping(event.target));
      if (command && latest.current(command)) event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    const stop = host.onCommand((command) => void latest.current(command));
    return () => {
      window.removeEventListener('keydown', hear);
      stop();
    };
  }, []);
}

/** Puts the cursor into the screen's own search. */
export function focusSearch(): boolean {
  const search = [...document.querySelectorAll('[data-search]')].findLast(
    (element): element is HTMLElement => element instanceof HTMLElement && element.checkVisibility(),
  );
  search?.focus();
  return search !== undefined;
}

function commandOf(event: KeyboardEvent, typing: boolean): Command | null {
  const command = host.mac ? event.metaKey : event.ctrlKey;
  const { key, shiftKey, altKey } = event;
  if (!command) return key === '?' && !typing && !altKey ? 'help' : null;
  if (altKey) return null;
  const step = [...STEPS, ...BESIDE][Number(key) - 1];
  if (step) return `step:${step}`;
  switch (key.toLowerCase()) {
    case 'enter':
      return 'run';
    case 'k':
      return 'palette';
    case 'f':
      return 'find';
    case 'z':
      return typing ? null : shiftKey ? 'redo' : 'undo';
    case 'y':
      return typing ? null : 'redo';
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}
