import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the colours of the app, light and dark. */
export const editorTheme = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--muster-raised)',
    color: 'var(--muster-text)',
    fontSize: '0.8125rem',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--muster-text)', padding: '0.5rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--muster-text)' },
  '.cm-gutters': {
    backgroundColor: 'var(--muster-sunken)',
    color: 'var(--muster-faint)',
    borderRight: '1px solid var(--muster-line)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': {
    backgroundColor: 'color-mix(in srgb, var(--muster-hover) 60%, transparent)',
  },
  '.cm-activeLineGutter': { backgroundColor: 'var(--muster-hover)', color: 'var(--muster-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--muster-selected)',
  },
  '.cm-wrongLine, &.cm-focused .cm-wrongLine': {
    backgroundColor: 'var(--muster-bad-tint)',
    boxShadow: 'inset 3px 0 var(--muster-bad)',
  },
  '.cm-placeholder': { color: 'var(--muster-faint)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--muster-selected)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--muster-raised)',
    color: 'var(--muster-text)',
    border: '1px solid var(--muster-line-strong)',
    borderRadius: '5px',
    boxShadow: '0 4px 12px rgb(0 0 0 / 18%)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mantine-font-family-monospace)',
    maxWidth: '32rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--muster-selected)',
    color: 'var(--muster-text)',
  },
  '.cm-completionDetail': {
    color: 'var(--muster-dim)',
    fontFamily: 'var(--mantine-font-family)',
    fontStyle: 'normal',
    fontSize: '0.75rem',
  },
});

/** The kinds of words in a query; weight and slant beside colour. */
export const highlighting = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--muster-accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--muster-good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--muster-warn)' },
  { tag: tags.comment, color: 'var(--muster-dim)', fontStyle: 'italic' },
  { tag: [tags.standard(tags.name), tags.typeName], color: 'var(--muster-accent)' },
]);
