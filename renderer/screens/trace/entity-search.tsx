import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { CircleCheck, CircleMinus, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Candidate } from '../../../electron/contract/explain.ts';
import type { RecipeInfo } from '../../../electron/contract/workspaces.ts';
import { useApi } from '../../api/connection.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useSettled } from '../../components/grid/use-settled.ts';
import { tellProblem } from '../../components/tell.tsx';
import { formatMany } from '../../format/numbers.ts';
import { useStepLink } from '../../router/use-route.ts';
import { typedKey } from './key.ts';
import { searchWords } from './search-words.ts';
import { stillMeant } from './still-meant.ts';
import styles from './trace.module.css';

/** Candidates that are shown; a part of a key of several columns has many by right. */
const MOST = 12;
const MOST_OF_PARTS = 60;
/** How long the typing has to pause before it is looked for, in milliseconds. */
const PAUSE = 150;

/** The one box: an id, an email, part of either; who is meant is chosen from those found. */
export function EntitySearch({ chosen }: { readonly chosen: readonly string[] | null }) {
  const { recipe, workspace } = useWorkspace();
  const api = useApi();
  const link = useStepLink();
  const most = recipe.key.length === 1 ? MOST : MOST_OF_PARTS;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const shown = chosen?.join(', ') ?? '';
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (shown === '') box.current?.focus({ preventScroll: true });
  }, [shown]);
  const asked = useSettled(text, PAUSE).trim();
  const { data, isFetching } = useAnswer({
    key: ['explain.find', asked],
    topics: ['runs', 'files', 'quarantine'],
    ask: async (client, of, signal) => ({
      asked,
      candidates: await client.explain.find({ workspace: of, text: asked, most }, { signal }),
    }),
    when: asked !== '' && asked !== shown,
  });
  const isWanted = text.trim() !== '' && text.trim() !== shown;
  const found = isWanted && data ? stillMeant(data.candidates, data.asked, text.trim()) : null;
  const open = (key: readonly string[]) => {
    setText(key.join(', '));
    combobox.closeDropdown();
    location.hash = link('trace', { key: JSON.stringify(key) });
  };
  /** Enter before a choice: the first that is found, else the text as a key, of which the story says that there is nobody. */
  const openTyped = async () => {
    const wanted = text.trim();
    if (wanted === '') return;
    const [first] = await api.explain.find({ workspace, text: wanted, most: 1 });
    open(first?.key ?? typedKey(wanted, recipe.key.length));
  };
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(value) => {
        const candidate = found?.[Number(value)];
        if (candidate) open(candidate.key);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={box}
          className={styles.search}
          size="sm"
          role="combobox"
          aria-label={`Find a ${recipe.entity}`}
          placeholder={searchWords(recipe)}
          data-search
          value={text}
          leftSection={<Search size={16} aria-hidden />}
          rightSection={isWanted && isFetching ? <Loader size={14} aria-label="Looking" /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() !== -1) return;
            event.preventDefault();
            openTyped().catch(tellProblem);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found === null}>
        <Combobox.Options aria-label="Found" className={styles.options}>
          {found?.map((candidate, index) => (
            <Combobox.Option
              key={JSON.stringify(candidate.key)}
              value={String(index)}
              className={styles.option}
            >
              <CandidateLine candidate={candidate} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
        <p role="status" className={styles.found}>
          {found === null ? '' : sentenceOf(found.length, recipe, most)}
        </p>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function CandidateLine({ candidate }: { readonly candidate: Candidate }) {
  const { key, column, value, outcome, delivered } = candidate;
  const name = key.join(', ');
  return (
    <>
      <strong className={styles.candidate}>{name}</strong>
      <span className={styles.where}>{value === name ? column : `${column}: ${value}`}</span>
      <span className={delivered ? styles.good : styles.dim}>
        {delivered ? <CircleCheck size={14} aria-hidden /> : <CircleMinus size={14} aria-hidden />} {outcome}
      </span>
    </>
  );
}

function sentenceOf(found: number, { entity, key }: RecipeInfo, most: number): string {
  if (found === 0) return `No ${entity} with this text, neither in the last run nor in the files.`;
  if (found < most) return `${formatMany(found, entity)} found.`;
  return key.length === 1
    ? `The first ${found}; type more to find fewer.`
    : `The first ${found}. To find just one, type ${key.join(', ')}.`;
}
