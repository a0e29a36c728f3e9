import type { Assumption, Reading } from '../../contract/files.ts';
import type { Encoding } from '../ingest/encoding.ts';
import type { AssumedFile } from './assume.ts';
import { linesBeyondAscii } from './lines-beyond-ascii.ts';

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
};

/** How the bytes of a file were taken for text, with the lines that show it. */
export async function assumeEncoding(file: AssumedFile): Promise<readonly Assumption[]> {
  const { name, encoding, encodingDecided, reading } = file;
  const { encoding: read, markBytes, sound } = encoding;
  const about = { about: 'encoding', column: null } as const;
  const faulty = sound
    ? ''
    : ' Some of its bytes are none: records that hold them are rejected as unreadable.';
  if (encodingDecided) {
    const { encoding: _, ...told } = reading;
    return [
      {
        ...about,
        sentence: `${name} is read as ${NAMES[read]}, as you decided.${faulty}`,
        certainty: 'decided',
        proof: await linesBeyondAscii(file, sound),
        alternatives: [{ label: 'Let the file tell its encoding', reading: told }],
      },
    ];
  }
  if (markBytes > 0) {
    const sentence = `${name} begins with a mark that says ${NAMES[read]}.${faulty}`;
    return [{ ...about, sentence, certainty: 'told', proof: [], alternatives: [] }];
  }
  const proof = await linesBeyondAscii(file, true);
  if (proof.length === 0) {
    const sentence = `${name} holds plain letters only: it reads the same in UTF-8 and in Windows-1252.`;
    return [{ ...about, sentence, certainty: 'told', proof, alternatives: [] }];
  }
  const sentence =
    read === 'windows-1252'
      ? `${name} is no valid UTF-8 and was read as Windows-1252.`
      : `${name} has no mark; all of it is valid UTF-8, and it was read so.`;
  const other: Encoding = read === 'windows-1252' ? 'utf-8' : 'windows-1252';
  const alternative: Reading = { ...reading, encoding: other };
  const label =
    read === 'windows-1252'
      ? `Read as ${NAMES[other]}: records with bytes that are none are then rejected`
      : `Read as ${NAMES[other]}`;
  return [
    { ...about, sentence, certainty: 'assumed', proof, alternatives: [{ label, reading: alternative }] },
  ];
}
