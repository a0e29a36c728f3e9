import { Modal } from '@mantine/core';
import { useWorkspace } from '../api/workspace.tsx';
import { BESIDE, STEPS } from '../router/route.ts';
import styles from './help-sheet.module.css';
import { keys } from './keys.ts';
import { STEP_NAMES } from './steps.tsx';

/** All shortcuts. */
export function HelpSheet({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const { recipe } = useWorkspace();
  const screens = recipe.audits ? [...STEPS, ...BESIDE] : STEPS;
  const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['Steps', screens.map((step, place) => [STEP_NAMES[step].name, keys('Mod', String(place + 1))] as const)],
    [
      'Everywhere',
      [
        ['Commands', keys('Mod', 'K')],
        ['Run', keys('Mod', 'Enter')],
        ['Search on this screen', keys('Mod', 'F')],
        ['Take back a correction', keys('Mod', 'Z')],
        ['Put it back', keys('Mod', 'Shift', 'Z')],
        ['This sheet', '?'],
      ],
    ],
    [
      'In a table',
      [
        ['Move', '← ↑ → ↓'],
        ['First and last column', 'Home, End'],
        ['First and last row', `${keys('Mod', 'Home')}, ${keys('Mod', 'End')}`],
        ['Select', 'Shift and a move'],
        ['Copy cells', keys('Mod', 'C')],
        ['Open the record', 'Enter'],
        ['Edit a cell', 'F2, or type'],
        ['Sort by a column', 'Enter on its title'],
        ['Column menu', keys('Alt', '↓')],
      ],
    ],
  ];
  return (
    <Modal opened={opened} onClose={onClose} title="Shortcuts" size="xl">
      <div className={styles.groups}>
        {groups.map(([title, shortcuts]) => (
          <section key={title}>
            <h2 className={styles.title}>{title}</h2>
            <dl className={styles.list}>
              {shortcuts.map(([deed, shortcut]) => (
                <div key={deed} className={styles.line}>
                  <dt>{deed}</dt>
                  <dd>
                    <kbd>{shortcut}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
