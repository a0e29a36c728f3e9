import { Button, VisuallyHidden } from '@mantine/core';
import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { formatDecimal } from '../../../format/numbers.ts';
import { axisText, NO_FIGURE, sentenceText } from '../axis-text.ts';
import { type CardsInsight, type OpenedMark, textOf } from '../insight-kinds.ts';
import { nameInWords, rowMark } from '../row-marks.ts';
import styles from './insight-cards.module.css';

interface InsightCardsProps {
  readonly insight: CardsInsight;
  readonly onOpen: (mark: OpenedMark) => void;
}

const INFO = { word: 'Info', icon: Info };
const SEVERITIES: Readonly<Record<string, { readonly word: string; readonly icon: LucideIcon }>> = {
  warn: { word: 'Warning', icon: TriangleAlert },
  alert: { word: 'Alert', icon: CircleAlert },
};

/** Sentences that call for an act, each on a card with how grave it is and its figure; a card opens what is behind it. */
export function InsightCards({ insight, onOpen }: InsightCardsProps) {
  const list = useRef<HTMLUListElement>(null);
  const { columns, x, severity, value, text, rows, title } = insight;
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next =
      step === undefined ? undefined : buttons[buttons.indexOf(event.target as HTMLButtonElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul ref={list} className={styles.cards} aria-label={title} onKeyDown={walk}>
      {rows.map((row, index) => {
        const cell = (column: string) => textOf(row[columns.indexOf(column)]);
        const grave = cell(severity) ?? 'info';
        const { word, icon: Icon } = SEVERITIES[grave] ?? INFO;
        const name = nameInWords(axisText(cell(x.column), x.format));
        const figure = cell(value);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: cards stay in their order, and two may have one name.
          <li key={index} className={styles.card} data-severity={grave}>
            <p className={styles.severity}>
              <Icon size={14} aria-hidden="true" />
              {word}
            </p>
            <h3 className={styles.name}>{name}</h3>
            <p className={styles.value}>{figure === null ? NO_FIGURE : formatDecimal(figure)}</p>
            <p className={styles.text}>{sentenceText(cell(text) ?? '')}</p>
            {insight.opens ? (
              <Button className={styles.open} size="compact-xs" onClick={() => onOpen(rowMark(insight, row))}>
                Open records<VisuallyHidden> of {name}</VisuallyHidden>
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
