/** Where two texts part, with the line before it; undefined where they are equal. */
export function firstDifference(expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined;
  const [wanted, got] = [expected.split('\n'), actual.split('\n')];
  const at = wanted.findIndex((line, index) => line !== got[index]);
  const line = at < 0 ? wanted.length : at;
  return [
    `line ${line + 1} differs (${wanted.length} lines expected, ${got.length} found)`,
    `  before   ${JSON.stringify(wanted[line - 1])}`,
    `  expected ${JSON.stringify(wanted[line])}`,
    `  found    ${JSON.stringify(got[line])}`,
  ].join('\n');
}
