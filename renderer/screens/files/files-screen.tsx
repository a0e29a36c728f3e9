import { Button } from '@mantine/core';
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import type { FilesState } from '../../../electron/contract/files.ts';
import type { SourceInfo } from '../../../electron/contract/workspaces.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Answered } from '../../components/answered.tsx';
import { Screen } from '../../components/screen.tsx';
import { useAddFiles } from '../../frame/use-add-files.ts';
import { ColumnsDialog, type FileToRead } from './columns-dialog.tsx';
import styles from './files.module.css';
import { SourceCard } from './source-card.tsx';
import { WaitingList } from './waiting-list.tsx';

/** The step Files: which sources have their files, how these were read, and what waits for the user. */
export function FilesScreen() {
  const { recipe } = useWorkspace();
  const { chooseFiles } = useAddFiles();
  const [reading, setReading] = useState<FileToRead | null>(null);
  const query = useAnswer({
    key: ['files.list'],
    topics: ['files', 'quarantine'],
    ask: (api, workspace) => api.files.list({ workspace }),
  });
  return (
    <Screen
      title="Files"
      about={query.data ? summaryOf(query.data, recipe.sources.length) : ''}
      actions={
        <Button leftSection={<FilePlus2 size={14} aria-hidden />} onClick={chooseFiles}>
          Choose files…
        </Button>
      }
    >
      <Answered query={query}>
        {(files) => (
          <div className={styles.files}>
            {files.sources.every((source) => source.files.length === 0) && files.waiting.length === 0 ? (
              <Invitation onChoose={chooseFiles} />
            ) : null}
            <WaitingList waiting={files.waiting} onRead={setReading} />
            <section aria-labelledby="sources" className={styles.section}>
              <h2 id="sources" className={styles.heading}>
                Sources
              </h2>
              {recipe.sources.map((info) => {
                const state = files.sources.find(({ source }) => source === info.name);
                return state ? (
                  <SourceCard key={info.name} info={info} state={state} onRead={setReading} />
                ) : null;
              })}
            </section>
            <p className={styles.hint}>Drop files anywhere in this window. {hintOf(recipe.sources)}</p>
          </div>
        )}
      </Answered>
      {reading ? (
        <ColumnsDialog key={keyOf(reading)} file={reading} onClose={() => setReading(null)} />
      ) : null}
    </Screen>
  );
}

/** What becomes of a file whose name, or whose content, is loaded already. */
function hintOf(sources: readonly SourceInfo[]): string {
  const added = sources.filter(({ incremental }) => incremental).map(({ name }) => name);
  const inPlace = 'A file with the name of one that is loaded takes its place.';
  if (added.length === 0) return inPlace;
  const others = added.length === sources.length ? '' : `${inPlace} Not so of ${added.join(', ')}: `;
  const sentence = 'files are added to those that are loaded, and one whose content is there adds nothing.';
  return others === '' ? `F${sentence.slice(1)}` : others + sentence;
}

/** Before the first file: what to do. */
function Invitation({ onChoose }: { readonly onChoose: () => void }) {
  return (
    <div className={styles.invitation}>
      <p className={styles.invite}>Drop your files here</p>
      <p className={styles.dim}>
        CSV or JSON files, also packed as .gz, or a whole folder. Muster tells by name and header which source
        each is of.
      </p>
      <Button variant="filled" onClick={onChoose}>
        Choose files…
      </Button>
    </div>
  );
}

function summaryOf({ sources, missing, waiting }: FilesState, all: number): string {
  const loaded = sources.filter(({ files }) => files.length > 0).length;
  const parts = [`${loaded} of ${all} sources have files`];
  if (missing.length > 0) parts.push(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`);
  if (waiting.length > 0)
    parts.push(waiting.length === 1 ? '1 file waits for you' : `${waiting.length} files wait for you`);
  return parts.join('; ');
}

function keyOf({ file }: FileToRead): string {
  return 'waiting' in file ? file.waiting : String(file.import);
}
