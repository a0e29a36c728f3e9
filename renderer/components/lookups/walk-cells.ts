import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Moves the focus between the fields of a table's cells by the arrow keys. Within a text, left and right move the cursor until it is at
 * the text's end; Alt with an arrow stays the field's own, as it opens a list.
 */
export function walkCells(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const { target } = event;
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement)) return;
  const [down, right] = step;
  if (isWithinText(target, right)) return;
  const cell = target.closest('td');
  if (!cell) return;
  const { rows } = event.currentTarget;
  // Headers count as cells, so that columns stay below one another.
  const row = rows[(cell.parentElement as HTMLTableRowElement).rowIndex + down];
  const field = row?.cells[cell.cellIndex + right]?.querySelector('input, select, textarea');
  // A list would take up and down for a choice, also at the edge.
  event.preventDefault();
  if (!(field instanceof HTMLElement)) return;
  field.focus();
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
}

function isWithinText(field: HTMLElement, right: number): boolean {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (right < 0) return !(start === 0 && (end === 0 || end === value.length));
  if (right > 0) return !(end === value.length && (start === end || start === 0));
  return false;
}
