import { expect, test } from 'vitest';
import { findDelimiter } from './delimiter.ts';

const WANTED = ['person_id', 'name', 'born_on'];

test.each<[about: string, line: string, delimiter: string]>([
  ['commas', 'person_id,name,born_on', ','],
  ['semicolons', 'person_id;name;born_on', ';'],
  ['tabs', 'person_id\tname\tborn_on', '\t'],
  ['bars', 'person_id|name|born_on', '|'],
  ['headers in another spelling', 'Person ID;NAME;born-on', ';'],
  ['headers in quotes', '"person_id";"name";"born_on"', ';'],
  ['a delimiter within quotes', '"a,b,c,d,e";person_id;name', ';'],
  ['a doubled quote within quotes', '"a "",b"" c, d";person_id;name', ';'],
  ['many others in the names of unknown columns', 'x,y,z,u,v,person_id|name', '|'],
  ['columns found rather than many parts', 'a,b,c,d;name', ';'],
  ['the most parts where none is found', 'a;b;c,d', ';'],
  ['the most parts where equally many are found', 'name,x;y;z;name', ';'],
  ['the comma where all is equal', 'a,b;c', ','],
  ['the semicolon before the tab where all is equal', 'a\tb;c', ';'],
  ['one column alone', 'name', ','],
  ['a first column without a name', '|name', '|'],
  ['a first column without a name beside a tab, which is white space, too', '\tname', '\t'],
  ['an empty line', '', ','],
  ['columns behind an open quote', '"person_id;name;born_on', ';'],
])('tells the delimiter from %s', (_, line, delimiter) => {
  expect(findDelimiter(line, WANTED)).toBe(delimiter);
});

test.each(['"', '""', '"a', 'a"', '",', '"x"y', '"""'])(
  'a long line of %s is judged like a short one',
  (part) => {
    expect(findDelimiter(part.repeat(65_536 / part.length), WANTED)).toBe(
      findDelimiter(part.repeat(4), WANTED),
    );
  },
);
