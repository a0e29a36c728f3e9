/** All that `String.trim` takes off, for SQLite's `trim`, which by itself only knows the space. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** The same as an SQL expression, where nothing can be bound. */
export const WHITE_SPACE_SQL = `char(${[...WHITE_SPACE].map((character) => character.codePointAt(0)).join(', ')})`;
