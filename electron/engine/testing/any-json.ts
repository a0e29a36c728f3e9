import fc from 'fast-check';

/** Texts over what makes JSON files hard to split: lines and arrays, whole and broken. */
export const anyJsonTexts = (maxLength = 40): fc.Arbitrary<string> => {
  const bits = fc.constantFrom(
    ...['{"a":1}', '{"a":"x"}', '{"b":2,"a":"é😀"}', '{"a":[1,{"c":"]}"}]}', '{ "a" : null }', '{"a":"\\""}'],
    ...['{"a":1', '{"a":"x', '"a":1}', '{"a":1,"A":2}', '{}', '{', '}', '[', ']', '[]', '"', '\\', '"\\\\"'],
    ...[',', ',', '\n', '\n', '\r\n', '\r', ' ', '\t', ':', '1', 'true', 'x', '\u00a0', '\ufeff', '\0'],
  );
  return fc
    .tuple(
      fc.constantFrom('', '[', ' \n[\n', '['),
      fc.array(bits, { maxLength }),
      fc.constantFrom('', ']', ']\n'),
    )
    .map(([begin, parts, end]) => begin + parts.join('') + end);
};
