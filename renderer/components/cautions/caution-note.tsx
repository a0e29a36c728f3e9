import { TriangleAlert } from 'lucide-react';
import styles from './cautions.module.css';

/** Why a result is to be taken with care, in sentences of the recipe; nothing where nothing speaks against it. */
export function CautionNote(props: {
  readonly cautions: readonly string[];
  /** What it is of: "Run 2". */
  readonly of?: string;
}) {
  const { cautions, of } = props;
  if (cautions.length === 0) return null;
  return (
    <div role="note" aria-label={of === undefined ? 'Caution' : `Caution: ${of}`} className={styles.note}>
      <TriangleAlert size={16} aria-hidden />
      <p>
        {of === undefined ? null : <strong>{of}: </strong>}
        {cautions.join(' ')}
      </p>
    </div>
  );
}
