import type { OnProgress } from '../../contract/progress.ts';
import { type EncodingFinding, skipBytes } from './encoding.ts';
import type { SourceFile } from './look-ahead.ts';

/** Reads a file's text in pieces; `feed` takes each and says how many records there are so far. */
export async function feedText(
  { file, source }: SourceFile,
  { encoding, markBytes }: EncodingFinding,
  feed: (text: string) => number,
  onProgress: OnProgress,
): Promise<void> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let bytesRead = 0;
  const content = file.content((piece) => {
    bytesRead += piece.length;
  });
  for await (const chunk of skipBytes(content, markBytes)) {
    const records = feed(decoder.decode(chunk, { stream: true }));
    const { name, bytes } = file;
    onProgress({ kind: 'file', source: source.name, file: name, bytes, bytesRead, records });
  }
  feed(decoder.decode());
}
