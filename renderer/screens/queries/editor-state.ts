import {
  autocompletion,
  type Completion,
  closeBrackets,
  closeBracketsKeymap,
  completeFromList,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { SQLite, type SQLNamespace, sql } from '@codemirror/lang-sql';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import {
  Compartment,
  EditorState,
  type Extension,
  Prec,
  StateEffect,
  StateField,
  type TransactionSpec,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import type { QueryTable } from '../../../electron/contract/queries.ts';
import { editorTheme, highlighting } from './editor-theme.ts';
import { typeOver } from './type-over.ts';

const language = new Compartment();
const setProblem = StateEffect.define<number | null>();
const wrongLine = Decoration.line({ class: 'cm-wrongLine' });

/** The line that is marked as wrong, until the text changes. */
const problem = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { effects, docChanged }) => {
    for (const effect of effects) {
      if (!effect.is(setProblem)) continue;
      return effect.value === null ? Decoration.none : Decoration.set([wrongLine.range(effect.value)]);
    }
    return docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

interface EditorActs {
  /** For the style elements that the editor makes. */
  readonly nonce: string;
  onChange(text: string): void;
  onRun(): void;
}

/** An editor's beginning: SQL of SQLite, with what the app's shortcuts and looks want of it. */
export function createEditorState(text: string, { nonce, onChange, onRun }: EditorActs): EditorState {
  const run = () => {
    onRun();
    return true;
  };
  return EditorState.create({
    doc: text,
    extensions: [
      EditorView.cspNonce.of(nonce),
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false }),
      language.of(languageFor([])),
      syntaxHighlighting(highlighting),
      editorTheme,
      problem,
      placeholder('select … from …'),
      EditorView.lineWrapping,
      typeOver,
      EditorView.contentAttributes.of({ 'aria-label': 'Query, in SQL' }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) onChange(state.doc.toString());
      }),
      Prec.highest(keymap.of([{ key: 'Mod-Enter', run, preventDefault: true }])),
      // Tab is bound to nothing: it leaves the editor, as the keyboard expects.
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
    ],
  });
}

/** Has the editor complete the names of these tables and of their columns. */
export function knowTables(tables: readonly QueryTable[]): TransactionSpec {
  return { effects: language.reconfigure(languageFor(tables)) };
}

/** Marks a line as wrong, from 1; null marks none. */
export function markProblem({ doc }: EditorState, line: number | null): TransactionSpec {
  return { effects: setProblem.of(line === null ? null : doc.line(Math.min(line, doc.lines)).from) };
}

function languageFor(tables: readonly QueryTable[]): Extension {
  const schema: Record<string, SQLNamespace> = {};
  const columns = new Map<string, Completion>();
  for (const { name, description, columns: own } of tables) {
    const children = own.map((column): Completion => {
      return { label: column.name, type: 'property', detail: column.description };
    });
    for (const child of children) columns.set(child.label, columns.get(child.label) ?? child);
    schema[name] = { self: { label: name, type: 'class', detail: description }, children };
  }
  return [
    sql({ dialect: SQLite, schema }),
    // Without a table before it too: most queries name their columns alone.
    SQLite.language.data.of({ autocomplete: completeFromList([...columns.values()]) }),
  ];
}
