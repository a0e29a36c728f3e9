import { Button, CopyButton } from '@mantine/core';
import { Check, CircleCheck, Copy, FolderOpen, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Receipt } from '../../../electron/contract/exports.ts';
import { formatBytes, formatCount } from '../../format/numbers.ts';
import { formatDay, formatInstant } from '../../format/times.ts';
import { host } from '../../host/choose-host.ts';
import styles from './export.module.css';
import { FORMATS } from './export-formats.ts';

interface ReceiptCardProps {
  readonly receipt: Receipt;
  /** Whether it is of the export that has just ended. */
  readonly fresh?: boolean;
}

/** The proof of an export: what was written, from what. */
export function ReceiptCard({ receipt, fresh = false }: ReceiptCardProps) {
  const { file, format, rows, bytes, sha256, saved, columns } = receipt;
  const { reveal } = host;
  return (
    <article className={styles.receipt} aria-label={`Receipt of ${file}`}>
      {fresh ? (
        <header>
          <h3 className={styles.written}>
            <CircleCheck size={18} aria-hidden className={styles.good} /> {file} is written
          </h3>
          <p className={styles.hint}>
            {saved.kind === 'file' ? saved.path : 'Your browser has it among its downloads.'} This receipt is
            kept in the workspace.
          </p>
        </header>
      ) : null}
      <dl className={styles.facts}>
        <Fact name="Rows">{formatCount(rows)}</Fact>
        <Fact name="Size">
          {formatBytes(bytes)}
          {bytes >= 1000 ? ` (${formatCount(bytes)} bytes)` : ''}
        </Fact>
        <Fact name="SHA-256">
          <code className={styles.hash}>{sha256}</code> <CopyHash sha256={sha256} />
        </Fact>
        <Fact name="Format">{FORMATS[format].title}</Fact>
        <Fact name="List">
          {receipt.output}, run {receipt.run}, as of {formatDay(receipt.asOf)}
        </Fact>
        <Fact name="Columns">
          {columns.map(({ name, hashed }) => (hashed ? `${name} (hashed)` : name)).join(', ')}
        </Fact>
        {format === 'csv-for-spreadsheets' ? (
          <Fact name="Made safe">
            {receipt.neutralised === 0
              ? 'No cell could have been taken for a formula'
              : `${formatCount(receipt.neutralised)} ${receipt.neutralised === 1 ? 'cell got' : 'cells got'} an apostrophe`}
          </Fact>
        ) : null}
        <Fact name="Written">{formatInstant(receipt.writtenAt)}</Fact>
        {receipt.cautions.length > 0 ? (
          <Fact name="With care">
            <TriangleAlert size={14} aria-hidden className={styles.warn} /> {receipt.cautions.join(' ')}
          </Fact>
        ) : null}
        {receipt.reason === null ? null : (
          <Fact name="Not balanced">
            <OctagonAlert size={14} aria-hidden className={styles.bad} /> Written because: {receipt.reason}
          </Fact>
        )}
      </dl>
      {saved.kind === 'file' && reveal ? (
        <div>
          <Button leftSection={<FolderOpen size={14} aria-hidden />} onClick={() => reveal(saved.path)}>
            Show in folder
          </Button>
        </div>
      ) : null}
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function CopyHash({ sha256 }: { readonly sha256: string }) {
  return (
    <CopyButton value={sha256}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          onClick={copy}
          leftSection={copied ? <Check size={12} aria-hidden /> : <Copy size={12} aria-hidden />}
          aria-label={copied ? 'SHA-256 is copied' : 'Copy SHA-256'}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      )}
    </CopyButton>
  );
}
