import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { CircleCheck, Columns3, OctagonAlert, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { AuditSummary } from '../../../electron/contract/audits.ts';
import { useAct } from '../../api/use-act.ts';
import { Confirm } from '../../components/confirm.tsx';
import { NameDialog } from '../../components/name-dialog.tsx';
import { Screen } from '../../components/screen.tsx';
import { formatCount, formatMany } from '../../format/numbers.ts';
import { formatInstant } from '../../format/times.ts';
import { useStepLink } from '../../router/use-route.ts';
import styles from './tables.module.css';

interface AuditListProps {
  /** The latest first. */
  readonly audits: readonly AuditSummary[];
  readonly onNew: () => void;
}

type Deed = { readonly kind: 'rename' | 'remove'; readonly audit: AuditSummary };

/** All audits of the workspace, a line each. */
export function AuditList({ audits, onNew }: AuditListProps) {
  const link = useStepLink();
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = () => setDeed(null);
  const remove = useAct((api, workspace, audit: number) => api.audits.remove({ workspace, audit }), {
    done: () => 'The audit is removed.',
    after: close,
  });
  const rename = useAct(
    (api, workspace, { audit, name }: Pick<AuditSummary, 'audit' | 'name'>) =>
      api.audits.rename({ workspace, audit, name }),
    { after: close },
  );
  return (
    <Screen
      title="Audit"
      about={formatMany(audits.length, 'audit')}
      actions={
        <>
          {audits.length > 1 ? (
            <Button
              component="a"
              href={link('audit', { compare: '1' })}
              leftSection={<Columns3 size={14} aria-hidden />}
            >
              Compare
            </Button>
          ) : null}
          <Button variant="filled" leftSection={<Plus size={14} aria-hidden />} onClick={onNew}>
            New audit
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={styles.scrolled} aria-label="All audits" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Made</th>
              {['Keys in', 'Keys out', 'Missing', 'Findings'].map((title) => (
                <th key={title} scope="col" data-figure>
                  {title}
                </th>
              ))}
              <th scope="col">Balance</th>
              <th scope="col">
                <VisuallyHidden>Rename or remove</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {audits.map((audit) => (
              <AuditRow key={audit.audit} audit={audit} onDeed={(kind) => setDeed({ kind, audit })} />
            ))}
          </tbody>
        </table>
      </section>
      <NameDialog
        opened={deed?.kind === 'rename'}
        title={`Rename ${deed?.audit.name ?? ''}`}
        deed="Rename"
        first={deed?.audit.name ?? ''}
        busy={rename.isPending}
        onName={(name) => deed && rename.mutate({ audit: deed.audit.audit, name })}
        onClose={close}
      />
      <Confirm
        opened={deed?.kind === 'remove'}
        title={`Remove ${deed?.audit.name}?`}
        deed="Remove the audit"
        busy={remove.isPending}
        onDo={() => deed && remove.mutate(deed.audit.audit)}
        onClose={close}
      >
        Its figures, findings and records leave the workspace. The files that it was made of stay where they
        are.
      </Confirm>
    </Screen>
  );
}

interface AuditRowProps {
  readonly audit: AuditSummary;
  readonly onDeed: (kind: Deed['kind']) => void;
}

function AuditRow({ audit: { audit, name, madeAt, outcome, findings }, onDeed }: AuditRowProps) {
  const link = useStepLink();
  return (
    <tr>
      <th scope="row">
        <a href={link('audit', { audit: String(audit) })} className={styles.link}>
          {name}
        </a>
      </th>
      <td data-date>{formatInstant(madeAt)}</td>
      <td data-figure>{formatCount(outcome.entered)}</td>
      <td data-figure>{formatCount(outcome.targets)}</td>
      <td data-figure>{formatCount(outcome.missing)}</td>
      <td data-figure>{formatCount(findings)}</td>
      <td data-short>
        <Balance balanced={outcome.balanced} />
      </td>
      <td>
        <span className={styles.deeds}>
          <ActionIcon aria-label={`Rename ${name}`} title="Rename" onClick={() => onDeed('rename')}>
            <Pencil size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={`Remove ${name}`} title="Remove" onClick={() => onDeed('remove')}>
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        </span>
      </td>
    </tr>
  );
}

/** Whether an audit balances, with a sign and a word. */
export function Balance({ balanced }: { readonly balanced: boolean }) {
  const Icon = balanced ? CircleCheck : OctagonAlert;
  return (
    <span className={balanced ? styles.good : styles.bad}>
      <Icon size={14} aria-hidden /> {balanced ? 'Balanced' : 'Not balanced'}
    </span>
  );
}
