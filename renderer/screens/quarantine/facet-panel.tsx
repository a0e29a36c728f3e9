import type { Facet, Facets } from '../../../electron/contract/quarantine.ts';
import type { QuarantineFilter } from '../../../electron/contract/views.ts';
import { formatCount } from '../../format/numbers.ts';
import styles from './quarantine.module.css';
import { ALL, WITH } from './quarantine-filter.ts';

type Change = (patch: Readonly<Record<string, string | null>>) => void;

/** By what the records can be narrowed down, with how many there would be. */
export function FacetPanel(props: {
  readonly facets: Facets;
  readonly filter: QuarantineFilter;
  readonly change: Change;
}) {
  const { facets, filter, change } = props;
  const { open, setAside, corrected } = facets.states;
  const allSources = facets.sources.reduce((sum, { records }) => sum + records, 0);
  return (
    <>
      <FacetGroup
        title="State"
        chosen={filter.state ?? ALL}
        facets={[
          { value: 'open', title: 'Open', records: open },
          { value: 'set aside', title: 'Set aside', records: setAside },
          { value: 'corrected', title: 'Corrected', records: corrected },
          { value: ALL, title: 'All', records: open + setAside + corrected },
        ]}
        onChoose={(value) => change({ ...WITH.state, state: value })}
      />
      <FacetGroup
        title="Source"
        chosen={filter.source ?? ALL}
        facets={[...facets.sources, { value: ALL, title: 'All sources', records: allSources }]}
        onChoose={(value) => change({ ...WITH.source, source: value })}
      />
      {facets.files.length > 1 || filter.import !== undefined ? (
        <FacetGroup
          title="File"
          chosen={filter.import === undefined ? undefined : String(filter.import)}
          facets={facets.files}
          onChoose={(value, chosen) => change({ ...WITH.file, file: chosen ? null : value })}
        />
      ) : null}
      <FacetGroup
        title="Reason"
        chosen={filter.code}
        facets={facets.reasons}
        about={(facet) => facets.reasons.find(({ value }) => value === facet.value)?.sentence}
        onChoose={(value, chosen) => change({ ...WITH.code, code: chosen ? null : value })}
      />
      <FacetGroup
        title="Column"
        chosen={filter.column === null ? ALL : filter.column}
        facets={facets.columns}
        onChoose={(value, chosen) => change({ ...WITH.column, column: chosen ? null : (value ?? ALL) })}
      />
      {facets.texts.length > 0 ? (
        <FacetGroup
          title="Text"
          chosen={filter.text}
          facets={facets.texts}
          isText
          onChoose={(value, chosen) => change({ ...WITH.text, text: chosen ? null : `=${value ?? ''}` })}
        />
      ) : null}
    </>
  );
}

function FacetGroup(props: {
  readonly title: string;
  readonly chosen: string | undefined;
  readonly facets: readonly Facet[];
  readonly isText?: boolean;
  about?(facet: Facet): string | undefined;
  onChoose(value: string | null, chosen: boolean): void;
}) {
  const { title, chosen, isText = false, about, onChoose } = props;
  // What is chosen stays in the list, so that it can be taken back.
  const isThere = chosen === undefined || props.facets.some(({ value }) => (value ?? ALL) === chosen);
  const facets = isThere ? props.facets : [{ value: chosen, title: chosen, records: 0 }, ...props.facets];
  if (facets.length === 0) return null;
  return (
    <section className={styles.facet} aria-label={title}>
      <h2 className={styles.facetTitle}>{title}</h2>
      <ul>
        {facets.map((facet) => {
          const isChosen = chosen === (facet.value ?? ALL);
          return (
            <li key={facet.value ?? ALL}>
              <button
                type="button"
                className={styles.choice}
                aria-pressed={isChosen}
                title={about?.(facet) ?? facet.title}
                onClick={() => onChoose(facet.value, isChosen)}
              >
                <span className={isText ? styles.text : styles.label}>
                  {facet.title === '' ? <em>empty</em> : facet.title}
                </span>
                <span className={styles.count}>{formatCount(facet.records)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
