import { describe, expect, test } from 'vitest';
import { decode, encodeWindows1252 } from './decode.ts';
import { readHeader } from './header.ts';
import { LONGEST_RECORD, splitRecords } from './split.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Records as `line:cell/cell`, broken ones with an exclamation mark. */
function split(text: string, delimiter = ','): readonly string[] {
  return splitRecords(text, delimiter).map(
    ({ line, cells, broken }) => `${line}${broken ? '!' : ':'}${cells.join('/')}`,
  );
}

describe('splitting', () => {
  test('every kind of line end ends a record, and blank lines count as lines only', () => {
    expect(split('a,b\r\n\nc,d\re,f\r\r\n \ng,')).toEqual(['1:a/b', '3:c/d', '4:e/f', '6: ', '7:g/']);
  });

  test('quoted cells keep delimiters, quotes and line ends, and the next record knows its line', () => {
    expect(split('"a,""b""\r\nc\rd" \t,e\nf')).toEqual(['1:a,"b"\r\nc\rd/e', '4:f']);
  });

  test('a quote inside a plain cell is a character', () => {
    expect(split('a"b", "c"')).toEqual(['1:a"b"/ "c"']);
  });

  test('broken quoting costs one physical line', () => {
    expect(split('a,"b\nc,d\n')).toEqual(['1!a/"b', '2:c/d']);
    expect(split('a,"b"x\nc,"d\ne","f"')).toEqual(['1!a/"b"x', '2:c/d\ne/f']);
    expect(split('"a\n"b"\n"c')).toEqual(['1!"a', '2:b', '3!"c']);
  });

  test('a tab after a closing quote is padding unless it delimits', () => {
    expect(split('"a"\tb', '\t')).toEqual(['1:a/b']);
    expect(split('"a"\tb')).toEqual(['1!"a"\tb']);
  });

  test('a record may be as long as the bound and no longer', () => {
    expect(splitRecords('x'.repeat(LONGEST_RECORD), ',')[0]?.broken).toBe(false);
    const [long, next] = splitRecords(`${'x'.repeat(LONGEST_RECORD + 1)}\ny`, ',');
    expect([long?.broken, long?.cells[0]?.length, next?.line, next?.cells]).toEqual([true, 65_536, 2, ['y']]);
  });
});

describe('decoding', () => {
  test('a mark decides, then whether the whole is UTF-8, and else it is Windows-1252', () => {
    expect(decode(bytes('\uFEFFé'))).toEqual({ encoding: 'utf-8', text: 'é' });
    expect(decode(bytes('é\uFFFD'))).toEqual({ encoding: 'utf-8', text: 'é\uFFFD' });
    expect(decode(Uint8Array.of(0xff, 0xfe, 0xe9, 0))).toEqual({ encoding: 'utf-16le', text: 'é' });
    expect(decode(Uint8Array.of(0xfe, 0xff, 0, 0xe9))).toEqual({ encoding: 'utf-16be', text: 'é' });
    expect(decode(Uint8Array.of(0x80, 0xe9, 0x9f))).toEqual({ encoding: 'windows-1252', text: '€éŸ' });
  });

  test('bytes that are no text leave a lone surrogate behind, real replacement characters do not', () => {
    const marked = decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0xef, 0xbf, 0xbd, 0xe2, 0x82, 0x62));
    expect(marked.text).toBe('a\uDC80\uFFFD\uDC80b');
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x41)).text).toBe('\uDC80');
    expect(decode(Uint8Array.of(0x81, 0x8d, 0x8f, 0x90, 0x9d)).text).toBe('\uDC80'.repeat(5));
  });

  test('Windows-1252 is written as it is read', () => {
    expect(decode(encodeWindows1252('€žŒ“é☃')).text).toBe('€žŒ“é?');
  });
});

test('the delimiter is the one with which most declared columns are found', () => {
  const columns = ['customer_id', 'email'].map((name) => ({ name, type: 'text', required: false }) as const);
  const delimiterOf = (text: string) => readHeader(text, columns).delimiter;
  expect(delimiterOf('Customer ID;E-Mail;a,b,c,d\n')).toBe(';');
  expect(delimiterOf('"customer_id,x"|EMAIL\n1,2,3')).toBe('|');
  expect(delimiterOf('customerid\temail')).toBe('\t');
  expect(delimiterOf('a|b|c;d')).toBe('|');
  expect(delimiterOf('a;b,c')).toBe(',');
});
