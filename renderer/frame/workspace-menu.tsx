import { Menu, UnstyledButton } from '@mantine/core';
import { ChevronsUpDown, CircleHelp, Copy, FilePlus2, FolderOpen, House, Search } from 'lucide-react';
import { useWorkspace } from '../api/workspace.tsx';
import { host } from '../host/choose-host.ts';
import type { Command } from './commands.ts';
import styles from './frame.module.css';
import { keys } from './keys.ts';

const ICON = { size: 14, 'aria-hidden': true } as const;

/** The workspace's name, and what can be done with it as a whole. */
export function WorkspaceMenu({ onCommand }: { readonly onCommand: (command: Command) => void }) {
  const { name, recipe, path } = useWorkspace();
  const { reveal } = host;
  return (
    <Menu position="bottom-start" width="15rem" returnFocus>
      <Menu.Target>
        <UnstyledButton className={styles.workspace} title={path}>
          <span className={styles.workspaceName}>{name}</span>
          <span className={styles.recipe}>{recipe.title}</span>
          <ChevronsUpDown size={14} aria-hidden className={styles.chevron} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<House {...ICON} />} onClick={() => onCommand('home')}>
          All workspaces
        </Menu.Item>
        <Menu.Item leftSection={<FolderOpen {...ICON} />} onClick={() => onCommand('open')}>
          Open…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<FilePlus2 {...ICON} />} onClick={() => onCommand('add-files')}>
          Add files…
        </Menu.Item>
        <Menu.Item leftSection={<Copy {...ICON} />} onClick={() => onCommand('save-copy')}>
          Save a copy…
        </Menu.Item>
        {reveal ? <Menu.Item onClick={() => reveal(path)}>Show the file</Menu.Item> : null}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Search {...ICON} />}
          rightSection={<kbd>{keys('Mod', 'K')}</kbd>}
          onClick={() => onCommand('palette')}
        >
          Commands
        </Menu.Item>
        <Menu.Item
          leftSection={<CircleHelp {...ICON} />}
          rightSection={<kbd>?</kbd>}
          onClick={() => onCommand('help')}
        >
          Shortcuts
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
