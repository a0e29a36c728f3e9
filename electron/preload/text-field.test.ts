import { expect, test } from 'vitest';
import { textFieldHasFocus } from './text-field.ts';

/** Whether text is typed into an element; one within an editable part is `editable`. */
function typing(
  tagName: string,
  attributes: Readonly<Record<string, string>> = {},
  editable = false,
): boolean {
  const element = {
    tagName: tagName.toUpperCase(),
    closest: () => (editable ? {} : null),
    getAttribute: (name: string) => attributes[name] ?? null,
  };
  return textFieldHasFocus({ activeElement: element as unknown as Element });
}

test('text is typed into inputs of text, areas of text and what is editable', () => {
  expect(typing('input')).toBe(true);
  expect(typing('input', { type: 'search' })).toBe(true);
  expect(typing('textarea')).toBe(true);
  expect(typing('div', {}, true)).toBe(true);
});

test('no text is typed into anything else', () => {
  expect(typing('input', { type: 'checkbox' })).toBe(false);
  expect(typing('button')).toBe(false);
  expect(typing('div')).toBe(false);
  expect(textFieldHasFocus({ activeElement: null })).toBe(false);
});
