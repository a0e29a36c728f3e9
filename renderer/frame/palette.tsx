import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import {
  BookCheck,
  CircleHelp,
  Copy,
  FileOutput,
  FilePlus2,
  Grid3x3,
  House,
  Play,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react';
import { useWorkspace } from '../api/workspace.tsx';
import { BESIDE, STEPS } from '../router/route.ts';
import type { Command } from './commands.ts';
import { keys } from './keys.ts';
import { STEP_NAMES } from './steps.tsx';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** Everything that can be done, by typing its name. */
export function Palette({ onCommand }: { readonly onCommand: (command: Command) => void }) {
  const { recipe } = useWorkspace();
  const screens = recipe.audits ? [...STEPS, ...BESIDE] : STEPS;
  const action = (
    command: Command,
    label: string,
    icon: SpotlightActionData['leftSection'],
    shortcut = '',
    keywords = '',
  ): SpotlightActionData => ({
    id: command,
    label,
    leftSection: icon,
    rightSection: shortcut ? <kbd>{shortcut}</kbd> : null,
    keywords,
    onClick: () => onCommand(command),
  });
  const actions: SpotlightActionData[] = [
    ...screens.map((step, place) => {
      const { name, Icon } = STEP_NAMES[step];
      return action(`step:${step}`, `Go to ${name}`, <Icon {...ICON} />, keys('Mod', String(place + 1)));
    }),
    action('run', 'Run', <Play {...ICON} />, keys('Mod', 'Enter'), 'start recipe'),
    action('add-files', 'Add files…', <FilePlus2 {...ICON} />, '', 'open load import'),
    action('find', 'Search on this screen', <Search {...ICON} />, keys('Mod', 'F'), 'find filter'),
    action('undo', 'Take back the latest correction', <Undo2 {...ICON} />, keys('Mod', 'Z'), 'undo'),
    action('redo', 'Put the correction back', <Redo2 {...ICON} />, keys('Mod', 'Shift', 'Z'), 'redo'),
    action('export', 'Export…', <FileOutput {...ICON} />, '', 'audience csv xlsx json parquet write'),
    ...(recipe.publishes ? [action('publish', 'Publish…', <BookCheck {...ICON} />, '', 'run contacts')] : []),
    ...recipe.lookups.map(({ lookup, title }) =>
      action(`lookup:${lookup}`, `Edit ${title}`, <Grid3x3 {...ICON} />, '', 'lookup change'),
    ),
    action('save-copy', 'Save a copy…', <Copy {...ICON} />, '', 'backup'),
    action('home', 'All workspaces', <House {...ICON} />, '', 'home recipes new open close'),
    action('help', 'Shortcuts', <CircleHelp {...ICON} />, '?', 'help keyboard'),
  ];
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      nothingFound="There is no such command."
      highlightQuery
      scrollable
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      maxHeight={420}
      searchProps={{
        leftSection: <Search {...ICON} />,
        placeholder: 'What do you want to do?',
        'aria-label': 'Command',
      }}
      attributes={{ content: { 'aria-label': 'Commands' } }}
    />
  );
}
