import type { Axis } from '../../../../electron/contract/insights.ts';
import { tickText, valueText } from '../axis-text.ts';
import type { HeatMapInsight } from '../insight-kinds.ts';
import { cssColour } from '../palette.ts';
import styles from './heat-map.module.css';
import type { HeatScale } from './heat-scale.ts';
import { RAMP } from './ramp.ts';

interface RampLegendProps {
  readonly insight: HeatMapInsight;
  readonly scale: HeatScale;
}

/** Says which colour is how much: from the least to the most, each step by its least value where steps are uneven. */
export function RampLegend({ insight: { value }, scale }: RampLegendProps) {
  const { least, most, isRanked, bounds } = scale;
  const [from, to] = [valueText(least, value.format), valueText(most, value.format)];
  return (
    <div
      className={styles.legend}
      role="img"
      aria-label={`Colours: ${value.title} from ${from} to ${to}${isRanked ? ', each with about as many values' : ''}`}
    >
      <span className={styles.legendTitle}>{value.title}</span>
      {isRanked ? null : <span>{from}</span>}
      <span className={styles.ramp} data-ranked={isRanked || undefined}>
        {RAMP.map((tone, step) => (
          <span key={tone.light} className={styles.step}>
            <span className={styles.swatch} style={{ background: cssColour(tone) }} />
            {isRanked ? <span>{boundText(bounds[step] ?? least, value)}</span> : null}
          </span>
        ))}
      </span>
      <span>{isRanked ? `to ${to}; each colour has about as many values` : to}</span>
    </div>
  );
}

/** What a picture says of the ramp: its steps, each by its least value. */
export function rampEntries(
  { value }: HeatMapInsight,
  { bounds, least }: HeatScale,
): readonly { readonly label: string; readonly colour: string }[] {
  return RAMP.map((tone, step) => ({
    label: `${step === 0 ? `${value.title} from` : 'from'} ${boundText(bounds[step] ?? least, value)}`,
    colour: cssColour(tone),
  }));
}

/** The least value of a step, without the places that nobody reads. */
function boundText(bound: number, { format }: Axis): string {
  const places = format === 'rate' ? 3 : format === 'percent' ? 1 : 0;
  return tickText(Math.round(bound * 10 ** places) / 10 ** places, format);
}
