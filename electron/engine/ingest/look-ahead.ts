import { Worker } from 'node:worker_threads';
import type { Reading } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import { threadUrl } from '../jobs/thread-url.ts';
import type { Source } from '../recipe/recipe.ts';
import { wantedHeaders } from './column-places.ts';
import { countRecords } from './count-records.ts';
import { type Delimiter, findDelimiter } from './delimiter.ts';
import type { InputFile } from './input-file.ts';
import { countJson } from './json/count-json.ts';
import { isJsonName } from './json/json-name.ts';
import type { Finding, Task } from './second-thread.ts';
import { type Survey, surveyFile } from './survey.ts';

/** A file of a source, opened. */
export interface SourceFile {
  readonly source: Source;
  readonly file: InputFile;
  /** What the user decided about reading it. */
  readonly reading: Reading;
}

/** What is found out of files beside loading them: a survey before, an independent count of their records after. */
export interface LookAhead {
  survey(file: SourceFile): Promise<Survey>;
  /** Records, the header among them where it stands in the file. */
  count(file: SourceFile): Promise<number>;
  /** To be called before the files are closed. */
  stop(): Promise<void>;
}

/** Below this a second thread takes longer to start than it saves. */
const WORTH_A_THREAD_BYTES = 8 * 1024 * 1024;

/** What it holds is a piece of a file at a time; without limits its garbage would pile up. */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

/** The delimiter of a surveyed file. */
export function delimiterOf(
  survey: Survey,
  { source, reading }: Pick<SourceFile, 'source' | 'reading'>,
): Delimiter {
  return reading.delimiter ?? findDelimiter(survey.firstLine, headersOf(source, reading));
}

function headersOf({ columns }: Source, reading: Reading): readonly string[] {
  return wantedHeaders(columns, reading);
}

/** Looks at files: in a second thread, ahead of the loading, where they are large; else when it is asked. */
export function lookAhead(files: readonly SourceFile[]): LookAhead {
  const bytes = files.reduce((sum, { file }) => sum + file.bytes, 0);
  return bytes < WORTH_A_THREAD_BYTES ? lookWhenAsked() : lookInSecondThread(files);
}

function lookWhenAsked(): LookAhead {
  const surveys = new Map<SourceFile, Survey>();
  const survey = async (sourceFile: SourceFile) => {
    const found = surveys.get(sourceFile) ?? (await surveyFile(sourceFile.file, sourceFile.reading.encoding));
    surveys.set(sourceFile, found);
    return found;
  };
  return {
    survey,
    count: async (sourceFile) => {
      const found = await survey(sourceFile);
      return isJsonName(sourceFile.file.name)
        ? countJson(sourceFile.file, found.encoding)
        : countRecords(sourceFile.file, found.encoding, delimiterOf(found, sourceFile));
    },
    stop: async () => {},
  };
}

function lookInSecondThread(files: readonly SourceFile[]): LookAhead {
  const workerData = files.map(({ file, source, reading }): Task => {
    const { encoding, delimiter } = reading;
    const isJson = isJsonName(file.name);
    return { handle: file.handle, isJson, headers: headersOf(source, reading), encoding, delimiter };
  });
  const worker = new Worker(threadUrl('ingest/second-thread'), {
    workerData,
    resourceLimits: THREAD_MEMORY,
  });
  const answers = files.map(() => ({
    survey: Promise.withResolvers<Survey>(),
    count: Promise.withResolvers<number>(),
  }));
  const refuse = (error: unknown, some: typeof answers) => {
    for (const { survey, count } of some) {
      survey.reject(error);
      count.reject(error);
    }
  };
  for (const { survey, count } of answers) {
    // A refusal is heard when it is asked for, or not at all.
    survey.promise.catch(() => {});
    count.promise.catch(() => {});
  }
  worker.on('message', (finding: Finding) => {
    const answer = answers[finding.index];
    if (!answer) return;
    if (finding.kind === 'survey') answer.survey.resolve(finding.survey);
    else if (finding.kind === 'count') answer.count.resolve(finding.records);
    else refuse(new Failure(finding.message, finding.nextStep), [answer]);
  });
  worker.on('error', (error) => refuse(error, answers));
  worker.on('exit', () => refuse(new Error('The second thread ended early.'), answers));
  const answerOf = (sourceFile: SourceFile) => {
    const answer = answers[files.indexOf(sourceFile)];
    if (!answer) throw new Error(`${sourceFile.file.path} was not among the files to look at.`);
    return answer;
  };
  return {
    survey: (sourceFile) => answerOf(sourceFile).survey.promise,
    count: (sourceFile) => answerOf(sourceFile).count.promise,
    stop: async () => {
      await worker.terminate();
    },
  };
}
