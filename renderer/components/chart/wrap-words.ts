/** A text in lines of at most so many characters, parted at spaces and underscores; what does not fit ends with an ellipsis. */
export function wrapWords(text: string, most: number, mostLines: number): readonly string[] {
  const room = Math.max(3, most);
  const lines: string[] = [];
  for (const word of text.split(/(?<=[\s_])/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + word).trimEnd().length <= room) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  const shown = lines.slice(0, mostLines).map((line) => shortened(line.trim(), room));
  const end = shown.at(-1);
  if (lines.length > mostLines && end !== undefined)
    shown[shown.length - 1] = shortened(`${end} …`, room, true);
  return shown;
}

function shortened(line: string, most: number, hasMore = false): string {
  if (line.length <= most) return line;
  return `${(hasMore ? line.replace(/ …$/, '') : line).slice(0, most - 1)}…`;
}
