/** File systems take 255 bytes; a name of characters of four bytes each stays below. */
const LONGEST = 60;

/** Names that Windows keeps for its devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file name as any file system takes it and no path, as near as can be to the one that is given; its ending stays. */
export function safeName(name: string): string {
  const plain = name
    .replace(/^.*[\\/]/s, '')
    .replace(/[:*?"<>|\p{C}]/gu, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  const characters = [...plain];
  const ending = [...(/\.\w{1,12}$/.exec(plain)?.[0] ?? '')];
  const short =
    characters.length <= LONGEST
      ? plain
      : [...characters.slice(0, LONGEST - ending.length), ...ending].join('');
  if (short === '') return 'file';
  return DEVICE.test(short) ? `_${short}` : short;
}
