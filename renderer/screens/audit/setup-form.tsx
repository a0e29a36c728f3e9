import { Button, TextInput } from '@mantine/core';
import { ScanSearch } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { today } from '../../format/times.ts';
import { useUploads } from '../../frame/uploads.ts';
import { useStepQuery } from '../../router/use-route.ts';
import { filesOf } from './draft.ts';
import { FileList } from './file-list.tsx';
import { KeyChoice } from './key-choice.tsx';
import { nextName } from './next-name.ts';
import { ProblemList } from './problem-list.tsx';
import styles from './setup.module.css';
import { setupOf, setupProblems } from './setup-problems.ts';
import { useDraft } from './use-draft.ts';
import { useMake } from './use-make.ts';

/** The files of an audit, its key, its day and its name; and the button that makes it. */
export function SetupForm({ names }: { readonly names: readonly string[] }) {
  const [draft, change] = useDraft();
  const { make, making, problem } = useMake();
  // What is still being handed over belongs to the audit, too.
  const busy = useUploads().size > 0 || making;
  const [, changeQuery] = useStepQuery();
  const [asked, setAsked] = useState(false);
  const handles = (role: Parameters<typeof filesOf>[1]) => filesOf(draft, role).map(({ file }) => file);
  const stages = handles('stage');
  const traces = [...handles('trace'), ...handles('other trace')];
  const suggested = useAnswer({
    key: ['audits.keys', stages, traces],
    topics: [],
    ask: (api, workspace, signal) => api.audits.keys({ workspace, stages, traces }, { signal }),
    when: stages.length > 0,
  });
  const key = draft.key ?? suggested.data?.[0] ?? [];
  const asOf = draft.asOf ?? today();
  const name = draft.name ?? nextName(names);
  const setup = setupOf(draft, { name, key, asOf });
  const problems = setupProblems(draft, setup);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problems.length > 0 || busy) return;
    // The list of audits is no longer empty once it is made; this screen stays until then.
    changeQuery({ new: '1' });
    make(setup);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <FileList draft={draft} onChange={change} />
      <KeyChoice
        draft={draft}
        chosen={key}
        suggested={suggested}
        onChoose={(columns) => change((before) => ({ ...before, key: columns }))}
      />
      <section className={styles.last} aria-label="Name and day">
        <TextInput
          label="Name of the audit"
          className={styles.name ?? ''}
          maxLength={120}
          value={name}
          onChange={({ currentTarget: { value } }) => change((before) => ({ ...before, name: value }))}
        />
        {setup.references.length > 0 ? (
          <TextInput
            type="date"
            label="As of"
            description="The day on which the reference is looked at"
            inputWrapperOrder={['label', 'input', 'description']}
            max="9999-12-31"
            value={asOf}
            onChange={({ currentTarget: { value } }) => change((before) => ({ ...before, asOf: value }))}
          />
        ) : null}
      </section>
      {asked && problems.length > 0 ? <ProblemList problems={problems} /> : null}
      {problem ? <ErrorNote error={problem} /> : null}
      <div>
        <Button
          type="submit"
          variant="filled"
          loading={busy}
          leftSection={<ScanSearch size={14} aria-hidden />}
        >
          Audit
        </Button>
      </div>
    </form>
  );
}
