import { host } from '../host/choose-host.ts';

/** A shortcut as this system writes it: "Ctrl+K", "⌘K". */
export function keys(...names: readonly string[]): string {
  if (!host.mac) return names.map((name) => (name === 'Mod' ? 'Ctrl' : name)).join('+');
  const signs: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Enter: '↩', Alt: '⌥' };
  return names.map((name) => signs[name] ?? name).join('');
}
