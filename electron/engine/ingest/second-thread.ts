import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import { countRecords } from './count-records.ts';
import { type Delimiter, findDelimiter } from './delimiter.ts';
import type { Encoding } from './encoding.ts';
import { type InputHandle, readHandle } from './input-file.ts';
import { countJson } from './json/count-json.ts';
import { type Survey, surveyFile } from './survey.ts';

/** A file to be looked at, with the headers that tell its delimiter, and what the user has said of it. */
export interface Task {
  readonly handle: InputHandle;
  readonly isJson: boolean;
  readonly headers: readonly string[];
  readonly encoding: Encoding | undefined;
  readonly delimiter: Delimiter | undefined;
}

/** What the second thread says of the file of a task, by the task's index. */
export type Finding =
  | { readonly kind: 'survey'; readonly index: number; readonly survey: Survey }
  | { readonly kind: 'count'; readonly index: number; readonly records: number }
  | { readonly kind: 'failure'; readonly index: number; readonly message: string; readonly nextStep: string };

// Surveys come first: loading waits for them, while the counts are wanted only at the end.
const tasks = workerData as readonly Task[];
const surveys: (Survey | undefined)[] = [];
for (const [index, { handle, encoding }] of tasks.entries()) {
  await tell(index, async () => {
    const survey = await surveyFile(readHandle(handle), encoding);
    surveys[index] = survey;
    return { kind: 'survey', index, survey };
  });
}
for (const [index, { handle, isJson, headers, ...decided }] of tasks.entries()) {
  const survey = surveys[index];
  if (!survey) continue;
  await tell(index, async () => {
    const content = readHandle(handle);
    if (isJson) return { kind: 'count', index, records: await countJson(content, survey.encoding) };
    const delimiter = decided.delimiter ?? findDelimiter(survey.firstLine, headers);
    return { kind: 'count', index, records: await countRecords(content, survey.encoding, delimiter) };
  });
}

async function tell(index: number, find: () => Promise<Finding>): Promise<void> {
  try {
    parentPort?.postMessage(await find());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    parentPort?.postMessage({ kind: 'failure', index, message: error.message, nextStep: error.nextStep });
  }
}
