/** Kinds of inputs that hold no text of their own to undo. */
const WITHOUT_TEXT = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether the user is typing: undo and redo are then about the text. */
export function textFieldHasFocus({ activeElement }: Pick<Document, 'activeElement'>): boolean {
  if (activeElement === null) return false;
  if (activeElement.closest('[contenteditable]:not([contenteditable="false"])')) return true;
  const name = activeElement.tagName.toLowerCase();
  if (name === 'textarea') return true;
  return name === 'input' && !WITHOUT_TEXT.includes(activeElement.getAttribute('type') ?? 'text');
}
