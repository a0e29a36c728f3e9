import { Button } from '@mantine/core';
import { Lightbulb } from 'lucide-react';
import type { Offer } from '../../../electron/contract/quarantine.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { columnHeader } from '../../format/column-header.ts';
import { formatCount, formatMany } from '../../format/numbers.ts';
import { correctedSentence } from './corrected-sentence.ts';
import styles from './quarantine.module.css';

/** Corrections made before that fit records of files loaded since. */
export function OfferList() {
  const { offers: count, recipe } = useWorkspace();
  const query = useAnswer({
    key: ['quarantine.offers'],
    topics: ['quarantine', 'files'],
    ask: (api, workspace) => api.quarantine.offers({ workspace }),
    when: count > 0,
  });
  const take = useAct(
    (api, workspace, { records: _, ...offer }: Offer) => api.quarantine.takeOffer({ workspace, ...offer }),
    { done: correctedSentence },
  );
  const offers = count > 0 ? (query.data ?? []) : [];
  if (offers.length === 0) return null;
  return (
    <section className={styles.offers} aria-label="Corrections that fit again">
      {offers.map((offer) => {
        const { source, column, oldText, newText, records } = offer;
        return (
          <div key={`${source} ${column} ${offer.code} ${oldText} ${newText}`} className={styles.offer}>
            <Lightbulb size={14} aria-hidden className={styles.warn} />
            <p>
              Before, you corrected <span className={styles.text}>{oldText === '' ? 'empty' : oldText}</span>{' '}
              to <span className={styles.text}>{newText === '' ? 'empty' : newText}</span> in{' '}
              {columnHeader(recipe, source, column)} of {source}. {formatMany(records, 'record')}{' '}
              {records === 1 ? 'has' : 'have'} it again.
            </p>
            <Button size="compact-xs" loading={take.isPending} onClick={() => take.mutate(offer)}>
              Apply to {records === 1 ? 'it' : `all ${formatCount(records)}`}
            </Button>
          </div>
        );
      })}
    </section>
  );
}
