import { Button, Group, Modal, Stack } from '@mantine/core';
import { useRef } from 'react';
import type { RecipeFit, RecipesForFiles, UnreadableFile } from '../../../electron/contract/recipe-fits.ts';
import { formatCount, formatMany } from '../../format/numbers.ts';
import { fitWords, hasSomething, unreadableProblem, whyAsked } from './fit-words.ts';
import styles from './recipe-dialog.module.css';

/** No more files than this are shown of a recipe: the first tell it apart from the others. */
const MOST_FILES = 6;

/** Asks which recipe files are meant for, best first, with what of each file fits it; null: nothing is asked. */
export function RecipeDialog(props: {
  readonly found: RecipesForFiles | null;
  onChoose(recipe: string): void;
  onClose(): void;
}) {
  const { found, onChoose, onClose } = props;
  // What was asked stays while the dialog goes away.
  const asked = useRef(found);
  asked.current = found ?? asked.current;
  return (
    <Modal opened={found !== null} onClose={onClose} title={titleOf(asked.current)} size="lg">
      {asked.current ? <Choice found={asked.current} onChoose={onChoose} onClose={onClose} /> : null}
    </Modal>
  );
}

function Choice(props: { readonly found: RecipesForFiles; onChoose(recipe: string): void; onClose(): void }) {
  const { found, onChoose, onClose } = props;
  return (
    <Stack gap="md">
      <p>{whyAsked(found)}</p>
      {found.unreadable.length > 0 ? <LeftOut unreadable={found.unreadable} /> : null}
      <ul className={styles.recipes}>
        {found.recipes.map((recipe, place) => (
          <RecipeChoice
            key={recipe.recipe}
            fit={recipe}
            isBest={place === 0 && hasSomething(recipe)}
            onChoose={onChoose}
          />
        ))}
      </ul>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus={!found.recipes.some(hasSomething) || undefined}>
          Leave it
        </Button>
      </Group>
    </Stack>
  );
}

function LeftOut({ unreadable }: { readonly unreadable: readonly UnreadableFile[] }) {
  const { message, nextStep } = unreadableProblem(unreadable);
  return (
    <p className={styles.unreadable}>
      {message} {nextStep}
    </p>
  );
}

function RecipeChoice(props: {
  readonly fit: RecipeFit;
  readonly isBest: boolean;
  onChoose(recipe: string): void;
}) {
  const { fit, isBest, onChoose } = props;
  const { recipe, title, files } = fit;
  const shown = files.slice(0, MOST_FILES);
  return (
    <li className={styles.recipe}>
      <div className={styles.about}>
        <h3 className={styles.title}>{title}</h3>
        <ul className={styles.files}>
          {shown.map((file, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and they stay in their order.
            <li key={place}>
              <span className={styles.file}>{file.name}</span> <span>{fitWords(file)}</span>
            </li>
          ))}
          {files.length > shown.length ? <li>And {formatCount(files.length - shown.length)} more.</li> : null}
        </ul>
      </div>
      <Button
        variant={isBest ? 'filled' : 'default'}
        onClick={() => onChoose(recipe)}
        aria-label={`Begin with ${title}`}
        data-autofocus={isBest || undefined}
      >
        Begin
      </Button>
    </li>
  );
}

function titleOf(found: RecipesForFiles | null): string {
  const [first] = found?.recipes ?? [];
  const names = first?.files.map(({ name }) => name) ?? [];
  return names.length === 1
    ? `Which recipe is ${names[0]} for?`
    : `Which recipe are these ${formatMany(names.length, 'file')} for?`;
}
