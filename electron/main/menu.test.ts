import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { MENU_COMMANDS } from '../contract/bridge.ts';
import { type MenuSettings, menuTemplate } from './menu.ts';

const nothing = () => {};

function aMenu(settings: Partial<MenuSettings> = {}) {
  return menuTemplate({
    isMac: false,
    isDevelopment: false,
    hasDocument: true,
    recents: [],
    onCommand: nothing,
    onOpen: nothing,
    onAbout: nothing,
    ...settings,
  });
}

/** Every item, at any depth. */
function itemsOf(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

function click(item: MenuItemConstructorOptions | undefined): void {
  item?.click?.({} as never, undefined, {} as never);
}

const withId = (id: string, settings?: Partial<MenuSettings>) =>
  itemsOf(aMenu(settings)).find((item) => item.id === id);

test('every command of the contract is in the menu and reaches the page', () => {
  const onCommand = vi.fn();
  for (const command of MENU_COMMANDS) click(withId(command, { onCommand }));
  expect(onCommand.mock.calls.flat()).toEqual([...MENU_COMMANDS]);
});

test('no two items have the same accelerator', () => {
  for (const isMac of [true, false]) {
    const keys = itemsOf(aMenu({ isMac, isDevelopment: true })).flatMap(
      ({ accelerator }) => accelerator ?? [],
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(8);
  }
});

test('what needs a workspace cannot be chosen without one', () => {
  const disabled = itemsOf(aMenu({ hasDocument: false }))
    .filter(({ enabled, id }) => enabled === false && id !== undefined)
    .map(({ id }) => id);
  expect(disabled).toEqual(['add-files', 'run', 'save-copy', 'export', 'find']);
  expect(itemsOf(aMenu()).filter(({ enabled, id }) => enabled === false && id !== undefined)).toEqual([]);
});

test('recent workspaces open from the menu, with their names as they are', () => {
  const onOpen = vi.fn();
  const recents = [
    { path: '/home/a/R&D.muster', name: 'R&D' },
    { path: '/home/a/b.muster', name: 'b' },
  ];
  const item = itemsOf(aMenu({ recents, onOpen })).find(({ sublabel }) => sublabel === '/home/a/R&D.muster');
  expect(item?.label).toBe('R&&D');
  click(item);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('/home/a/R&D.muster');
});

test('macOS has its app menu and its own list of recent documents', () => {
  const roles = itemsOf(aMenu({ isMac: true })).map(({ role }) => role);
  expect(roles).toEqual(
    expect.arrayContaining(['appMenu', 'recentDocuments', 'clearRecentDocuments', 'close']),
  );
  expect(itemsOf(aMenu({ isMac: true })).some(({ label }) => label?.includes('About'))).toBe(false);
});

test('only developers can load the page anew and look into it', () => {
  const roles = (isDevelopment: boolean) => itemsOf(aMenu({ isDevelopment })).map(({ role }) => role);
  expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  expect(roles(false)).not.toContain('reload');
  expect(roles(false)).not.toContain('toggleDevTools');
});
