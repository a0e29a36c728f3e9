import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { QueryTable } from '../../../electron/contract/queries.ts';
import { styleNonce } from '../../style-nonce.ts';
import { createEditorState, knowTables, markProblem } from './editor-state.ts';
import styles from './queries.module.css';

/** What others can do with the editor. */
export interface EditorHandle {
  /** Writes a text where the cursor is. */
  insert(text: string): void;
  /** Puts the cursor on a line, from 1. */
  goTo(line: number): void;
}

interface SqlEditorProps {
  readonly value: string;
  readonly tables: readonly QueryTable[];
  /** The line that is wrong, from 1. */
  readonly problemLine: number | null;
  readonly handle: RefObject<EditorHandle | null>;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** The text of a query, with the names of tables and columns completed. Tab leaves it. */
export function SqlEditor({ value, tables, problemLine, handle, onChange, onRun }: SqlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const first = useRef(value);
  const acts = useRef({ onChange, onRun });
  acts.current = { onChange, onRun };

  useEffect(() => {
    if (!place.current) return;
    const view = new EditorView({
      parent: place.current,
      state: createEditorState(first.current, {
        nonce: styleNonce(),
        onChange: (text) => acts.current.onChange(text),
        onRun: () => acts.current.onRun(),
      }),
    });
    editor.current = view;
    return () => {
      view.destroy();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    const view = editor.current;
    if (!view || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    editor.current?.dispatch(knowTables(tables));
  }, [tables]);
  useEffect(() => {
    const view = editor.current;
    if (view) view.dispatch(markProblem(view.state, problemLine));
  }, [problemLine]);

  useImperativeHandle(handle, () => ({
    insert: (text) => {
      const view = editor.current;
      if (!view) return;
      view.dispatch(view.state.replaceSelection(spaced(view, text)), { scrollIntoView: true });
      view.focus();
    },
    goTo: (line) => {
      const view = editor.current;
      if (!view) return;
      const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
  }));
  return <div ref={place} className={styles.editor} />;
}

/** A name with a space before it where it would run into another. */
function spaced({ state }: EditorView, text: string): string {
  const { from } = state.selection.main;
  return /[\p{L}\p{N}_,)]/u.test(state.sliceDoc(Math.max(0, from - 1), from)) ? ` ${text}` : text;
}
