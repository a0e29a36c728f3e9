import styles from './result.module.css';

/** What the audit assumed or left aside, in its own sentences. */
export function Assumed({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="audit-assumed">
      <h2 id="audit-assumed">What was assumed or left aside</h2>
      <ul className={styles.sentences}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
