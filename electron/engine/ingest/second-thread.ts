import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import { countRecords } from './count-records.ts';
import { findDelimiter } from './delimiter.ts';
import { type InputHandle, readHandle } from './input-file.ts';
import { type Survey, surveyFile } from './survey.ts';

/** A file to be looked at, with the columns that tell its delimiter. */
export interface Task {
  readonly handle: InputHandle;
  readonly columns: readonly string[];
}

/** What the second thread says of the file of a task, by the task's index. */
export type Finding =
  | { readonly kind: 'survey'; readonly index: number; readonly survey: Survey }
  | { readonly kind: 'count'; readonly index: number; readonly records: number }
  | { readonly kind: 'failure'; readonly index: number; readonly message: string; readonly nextStep: string };

// Surveys come first: loading waits for them, while the counts are wanted only at the end.
const tasks = workerData as readonly Task[];
const surveys: (Survey | undefined)[] = [];
for (const [index, { handle }] of tasks.entries()) {
  await tell(index, async () => {
    const survey = await surveyFile(readHandle(handle));
    surveys[index] = survey;
    return { kind: 'survey', index, survey };
  });
}
for (const [index, { handle, columns }] of tasks.entries()) {
  const survey = surveys[index];
  if (!survey) continue;
  await tell(index, async () => {
    const delimiter = findDelimiter(survey.firstLine, columns);
    return {
      kind: 'count',
      index,
      records: await countRecords(readHandle(handle), survey.encoding, delimiter),
    };
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
