import { EditorView } from '@codemirror/view';

/**
 * Writes over a selection by the editor's own means. Left to itself, the browser keeps the look of what it replaces in a style
 * of its own, which the page's policy refuses and reports.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { selection } = view.state;
    const { from, to, empty } = selection.main;
    const { data, inputType } = event;
    if (inputType !== 'insertText' || data === null || empty || view.composing) return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});
