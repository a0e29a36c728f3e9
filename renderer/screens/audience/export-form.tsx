import { Button, Radio, Select, Textarea } from '@mantine/core';
import type { ExportFormat } from '../../../electron/contract/exports.ts';
import { EXPORT_FORMATS } from '../../../electron/contract/exports.ts';
import type { RunDetail } from '../../../electron/contract/runs.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { CautionNote } from '../../components/cautions/caution-note.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { host } from '../../host/choose-host.ts';
import { chosenOf } from './column-choice.ts';
import { ColumnList } from './column-list.tsx';
import styles from './export.module.css';
import { ExportDone } from './export-done.tsx';
import { FORMATS } from './export-formats.ts';
import { ExportPreview } from './export-preview.tsx';
import { ExportProgress } from './export-progress.tsx';
import { listTitle } from './list-names.ts';
import { BrokenSeal } from './seal.tsx';
import { useExport } from './use-export.ts';
import type { ExportChoice } from './use-export-choice.ts';
import { useFocusWhen } from './use-focus-when.ts';

interface ExportFormProps {
  readonly run: RunDetail;
  readonly choice: ExportChoice;
  onClose(): void;
}

/** What is written and how; while it is, how far it is; and afterwards the receipt. */
export function ExportForm({ run, choice, onClose }: ExportFormProps) {
  const { recipe } = useWorkspace();
  const { output, format, columns, reason } = choice;
  const { write, isWriting, receipt, problem, wasStopped, again } = useExport(run, choice);
  const chosen = chosenOf(columns);
  const submit = useFocusWhen(wasStopped);
  const missing = whatIsMissing(chosen.length, run.balanced, reason);
  if (receipt) return <ExportDone receipt={receipt} onAgain={again} onClose={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null && !isWriting) write();
      }}
    >
      <fieldset className={styles.form} disabled={isWriting}>
        {run.cautions.length > 0 ? (
          <div className={styles.wide}>
            <CautionNote of={`Take run ${run.run} with care`} cautions={run.cautions} />
          </div>
        ) : null}
        {run.balanced ? null : (
          <div className={styles.wide}>
            <BrokenSeal run={run} />
            <Textarea
              mt="xs"
              label="Why it is to be written all the same"
              description="The reason is kept with the receipt."
              autosize
              minRows={2}
              maxLength={2000}
              value={reason}
              onChange={(event) => choice.setReason(event.currentTarget.value)}
            />
          </div>
        )}
        <div className={styles.side}>
          {recipe.outputs.length > 1 ? (
            <Select
              label="List"
              data={recipe.outputs.map((each) => ({ value: each.name, label: listTitle(each) }))}
              value={output.name}
              allowDeselect={false}
              onChange={(name) => name && choice.setOutput(name)}
            />
          ) : null}
          <Radio.Group
            label="Format"
            value={format}
            onChange={(value) => choice.setFormat(value as ExportFormat)}
          >
            <div className={styles.formats}>
              {EXPORT_FORMATS.map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={FORMATS[each].title}
                  description={FORMATS[each].about}
                />
              ))}
            </div>
          </Radio.Group>
        </div>
        <ColumnList columns={columns} onChange={choice.setColumns} />
      </fieldset>
      <ExportPreview run={run.run} output={output} format={format} columns={chosen} />
      {problem ? (
        <div className={styles.problem}>
          <ErrorNote error={problem} />
        </div>
      ) : null}
      <div className={styles.foot}>
        {isWriting ? (
          <ExportProgress />
        ) : (
          <>
            <p className={styles.where} role="status">
              {wasStopped ? 'It was stopped; nothing was written. ' : ''}
              {missing ??
                (host.kind === 'desktop'
                  ? 'You choose where to next.'
                  : 'Your browser saves it among its downloads.')}
            </p>
            <Button onClick={onClose}>Leave it</Button>
            <Button ref={submit} type="submit" variant="filled" disabled={missing !== null}>
              {host.kind === 'desktop' ? 'Write the file…' : 'Write the file'}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

/** What has to be done before it can be written, or null. */
function whatIsMissing(columns: number, balanced: boolean, reason: string): string | null {
  if (columns === 0) return 'Tick a column at least.';
  if (!balanced && reason.trim() === '')
    return 'The run does not balance: say why it is to be written all the same.';
  return null;
}
