/** Blocks of Markdown with an empty line between them; empty blocks fall out. */
export function paragraphs(blocks: readonly string[]): string {
  const filled = blocks.map((block) => block.trim()).filter((block) => block !== '');
  return filled.length > 0 ? `${filled.join('\n\n')}\n` : '';
}

/** A heading with its blocks; nothing where all of them are empty. */
export function section(level: number, title: string, blocks: readonly string[]): string {
  const body = paragraphs(blocks);
  return body && `${'#'.repeat(level)} ${title}\n\n${body}`;
}

/** A list with a point an item. */
export function bulletList(items: readonly string[]): string {
  return items.map((item) => `- ${oneLine(item)}`).join('\n');
}

/** A table; nothing where it has no rows. A column whose cells are all empty falls out. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const used = header.map((_, column) => rows.some((row) => row[column]));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

/** Text on one line that does not end a table's cell. */
export function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A title with what there is to say of it. */
export function titled(title: string, description: string): string {
  return description === '' ? title : `${title.replace(/[.:]$/, '')}: ${description}`;
}

/** Names in the type of code. */
export function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
