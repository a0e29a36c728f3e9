import styles from './chart.module.css';

/** What stands for a chart whose rows have no figures. */
export function NoFigures() {
  return (
    <p className={styles.note}>The figures of the last run are all empty here; the table shows its rows.</p>
  );
}
