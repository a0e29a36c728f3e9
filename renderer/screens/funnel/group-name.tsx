import { UnstyledButton } from '@mantine/core';
import type { Group } from '../../components/reconciliation/groups.ts';
import shared from '../../components/reconciliation/reconciliation.module.css';
import styles from './groups.module.css';

interface GroupNameProps {
  readonly group: Group;
  readonly chosen: Group | null;
  readonly onChoose: (group: Group) => void;
}

/** A group's name, which has its funnel drawn in full. */
export function GroupName({ group, chosen, onChoose }: GroupNameProps) {
  return (
    <>
      <UnstyledButton
        className={shared.link}
        fw={600}
        aria-pressed={chosen?.id === group.id}
        title="Show the funnel of this one alone"
        onClick={() => onChoose(group)}
      >
        {group.name}
      </UnstyledButton>
      {group.title === '' ? null : <span className={styles.groupTitle}>{group.title}</span>}
    </>
  );
}
