import { Button, Group } from '@mantine/core';
import type { RecipeCard } from '../../../electron/contract/workspaces.ts';
import styles from './home.module.css';

/** The recipes, each with what begins a workspace of it. */
export function RecipeCards(props: {
  readonly recipes: readonly RecipeCard[];
  readonly busy: boolean;
  onNew(recipe: string): void;
  onSample(recipe: string): void;
  onAudit(recipe: string): void;
}) {
  const { recipes, busy, onNew, onSample, onAudit } = props;
  return (
    <ul className={styles.cards}>
      {recipes.map(({ id, title, description, sources, hasSample, audits }) => (
        <li key={id} className={styles.card}>
          <h3 className={styles.title}>{title}</h3>
          <p className={styles.description}>{description}</p>
          <p className={styles.sources}>
            <span>Takes</span>
            {sources.map((source) => (
              <span key={source} className={styles.source}>
                {source}
              </span>
            ))}
          </p>
          <Group gap="xs" className={styles.deeds ?? ''}>
            {hasSample ? (
              <Button
                variant="filled"
                disabled={busy}
                onClick={() => onSample(id)}
                aria-label={
                  recipes.length > 1 ? `Try it with sample files: ${title}` : 'Try it with sample files'
                }
              >
                Try it with sample files
              </Button>
            ) : null}
            <Button
              disabled={busy}
              onClick={() => onNew(id)}
              aria-label={recipes.length > 1 ? `New: ${title}` : 'New'}
            >
              New
            </Button>
            {audits ? (
              <Button
                disabled={busy}
                onClick={() => onAudit(id)}
                aria-label={recipes.length > 1 ? `Audit a pipeline: ${title}` : 'Audit a pipeline'}
              >
                Audit a pipeline
              </Button>
            ) : null}
          </Group>
        </li>
      ))}
    </ul>
  );
}
