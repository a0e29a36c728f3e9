import { expect, test } from 'vitest';
import { titleCase } from './title-case.ts';

test.each([
  ["o'neil-SMITH", "O'Neil-Smith"],
  ['ÉLODIE', 'Élodie'],
  ['E\u0301LODIE e\u0301', 'E\u0301lodie E\u0301'],
  ['ßen groß STRASSE', 'Ssen Groß Strasse'],
  ['ﬁona', 'Fiona'],
  ['İSTANBUL', 'İstanbul'],
  ['ΟΔΥΣΣΕΥΣ', 'Οδυσσευς'],
  ['ǆoko ǄOKO', 'ǅoko ǅoko'],
  ['ŉikola', 'ʼNikola'],
  ['მარიამ', 'მარიამ'],
  ['ᾠδή ᾨΔΉ', 'ᾨδή ᾨδή'],
  ['anna2maria', 'Anna2Maria'],
  ['中文', '中文'],
])('the title case of %s is %s', (text, title) => {
  expect(titleCase(text)).toBe(title);
});
