import type { OnProgress } from '../../../contract/progress.ts';
import { unreadableText } from '../encoding.ts';
import { type RecordTaker, UNREADABLE } from '../feed-records.ts';
import { feedText } from '../feed-text.ts';
import { refuseParting } from '../find-parting.ts';
import type { LookAhead, SourceFile } from '../look-ahead.ts';
import type { Survey } from '../survey.ts';
import { JsonCounter } from './count-json.ts';
import { HEAD_UNITS } from './json-head.ts';
import { refuseMissingKeys } from './json-header.ts';
import { type DeclaredKey, ObjectScanner } from './scan-object.ts';
import { type JsonShape, JsonSplitter, type OnJsonRecord } from './split-json.ts';

/** A JSON file whose records were all taken. */
export interface FedJson {
  readonly survey: Survey;
  readonly shape: JsonShape;
  /** Whether it ends within its array. */
  readonly isCutOff: boolean;
  /** Whether it has records, and none that can be read. */
  readonly isUnreadable: boolean;
  readonly read: number;
}

/**
 * Reads a JSON file and hands each of its records to the taker, with the values of the header's keys as cells, in pieces, so that memory
 * stays flat. Throws a Failure when none of its first records has a key that the source requires, when it changes meanwhile, or when an
 * independent count of its records does not agree.
 */
export async function feedJson(
  sourceFile: SourceFile,
  look: LookAhead,
  header: readonly DeclaredKey[],
  taker: Pick<RecordTaker, 'sound' | 'broken'>,
  onProgress: OnProgress,
): Promise<FedJson> {
  const { file, source, reading } = sourceFile;
  const survey = await look.survey(sourceFile);
  let read = 0;
  let readableOnes = 0;
  const scanner = new ObjectScanner(header);
  const splitter = splitterFor(survey, scanner, (readable, line, text, start, end) => {
    read++;
    if (readable) {
      readableOnes++;
      taker.sound(scanner.cells, line);
    } else taker.broken([text.slice(start, end)], line, UNREADABLE);
  });
  // The first records are looked at together, however the text comes in pieces.
  let first: string | undefined = '';
  const begin = (text: string, whole: boolean) => {
    refuseMissingKeys(file.path, source, reading, text, whole);
    first = undefined;
    splitter.push(text);
  };
  const feed = (text: string) => {
    if (first === undefined) splitter.push(text);
    else {
      first += text;
      if (first.length > HEAD_UNITS) begin(first, false);
    }
    return read;
  };
  await feedText(sourceFile, survey.encoding, feed, onProgress);
  if (first !== undefined) begin(first, true);
  const isCutOff = splitter.withinArray;
  splitter.end();
  const counted = await look.count(sourceFile);
  file.assertUnchanged();
  const again = (onRecord: () => void) => splitterFor(survey, new ObjectScanner(header), onRecord);
  const counter = new JsonCounter(survey.encoding.encoding);
  await refuseParting(file, survey.encoding, { read, counted }, again, counter);
  return { survey, shape: splitter.shape, isCutOff, isUnreadable: read > 0 && readableOnes === 0, read };
}

function splitterFor({ encoding }: Survey, scanner: ObjectScanner, onRecord: OnJsonRecord): JsonSplitter {
  // A NUL is no part of valid JSON, so where all bytes are text there is nothing to look for.
  const isAllText = encoding.sound && encoding.encoding !== 'windows-1252';
  return new JsonSplitter(scanner, isAllText ? undefined : unreadableText(encoding), onRecord);
}
