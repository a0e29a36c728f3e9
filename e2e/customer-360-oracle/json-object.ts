/** A member of an object: its name, and its value as it is written. */
export interface Member {
  readonly name: string;
  readonly raw: string;
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gu;

/** The members of an object, in order and with those that stand twice; undefined where the text is no JSON object. */
export function readMembers(text: string): readonly Member[] | undefined {
  if (!isObject(text)) return undefined;
  const members: Member[] = [];
  let name: string | undefined;
  let depth = 0;
  let from = -1;
  let end = -1;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const outside = depth === 1;
    if (outside && (token === ',' || token === '}') && name !== undefined) {
      members.push({ name, raw: text.slice(from, end) });
      [name, from] = [undefined, -1];
    } else if (outside && name === undefined && token.startsWith('"')) {
      name = JSON.parse(token) as string;
    } else if (name !== undefined && (depth > 1 || token !== ':')) {
      if (from < 0) from = index;
    }
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    end = index + token.length;
  }
  return members;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
