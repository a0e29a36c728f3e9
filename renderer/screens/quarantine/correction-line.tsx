import { Switch } from '@mantine/core';
import type { CorrectionInfo } from '../../../electron/contract/quarantine.ts';
import { useAct } from '../../api/use-act.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { columnHeader } from '../../format/column-header.ts';
import { formatMany } from '../../format/numbers.ts';
import { formatInstant } from '../../format/times.ts';
import { correctedSentence } from './corrected-sentence.ts';
import styles from './quarantine.module.css';

/** A correction in words, with the switch that takes it back or puts it back. */
export function CorrectionLine({ correction }: { readonly correction: CorrectionInfo }) {
  const { act, active, file, line, madeAt, note, records } = correction;
  const change = useAct(
    (api, workspace, to: boolean) => api.quarantine.switch({ workspace, act, active: to }),
    { done: correctedSentence },
  );
  const { recipe } = useWorkspace();
  const { source, column } = correction;
  const header = column === null ? '' : columnHeader(recipe, source, column);
  const deed = deedOf(correction, header);
  return (
    <div className={styles.correction} data-off={!active || undefined}>
      <Switch
        checked={active}
        disabled={change.isPending}
        aria-label={`${deed}, ${file}`}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      <div>
        <p>
          <Deed correction={correction} header={header} />
        </p>
        {note ? <p>{note}</p> : null}
        <p className={styles.dim}>
          {file}, {line === null ? 'all records alike' : `line ${line}`}; {formatMany(records, 'record')};{' '}
          <time dateTime={madeAt}>{formatInstant(madeAt)}</time>
          {active ? '' : '; switched off'}
        </p>
      </div>
    </div>
  );
}

function Deed({ correction, header }: { readonly correction: CorrectionInfo; readonly header: string }) {
  const { kind, oldText, newText } = correction;
  if (kind !== 'cell') return deedOf(correction, header);
  return (
    <>
      {header}: <del className={styles.text}>{oldText === '' ? 'empty' : oldText}</del> is{' '}
      <ins className={styles.text}>{newText === '' ? 'empty' : newText}</ins>
    </>
  );
}

function deedOf({ kind, newText }: CorrectionInfo, header: string): string {
  if (kind === 'set aside') return 'Set aside';
  if (kind === 'record') return 'All cells written anew';
  return `${header} is ${newText === '' ? 'empty' : newText}`;
}
