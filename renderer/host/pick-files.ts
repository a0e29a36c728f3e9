/** Asks the browser for files; none when the user thinks better of it. */
export function pickFiles(options: {
  readonly multiple: boolean;
  readonly accept?: string;
}): Promise<readonly File[]> {
  const { promise, resolve } = Promise.withResolvers<readonly File[]>();
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = options.multiple;
  input.accept = options.accept ?? '';
  input.hidden = true;
  input.ariaLabel = 'Choose files';
  input.addEventListener('change', () => resolve([...(input.files ?? [])]));
  input.addEventListener('cancel', () => resolve([]));
  // In the document, so that a test can hand it files.
  document.body.append(input);
  input.click();
  return promise.finally(() => input.remove());
}
