import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { UploadRefused } from '../contract/web.ts';
import { Failure } from '../engine/failure.ts';
import { answerJson, refuse } from './answers.ts';
import type { Uploads } from './uploads.ts';

/** Answers a request that sends a file. Throws faults that are Muster's own. */
export async function serveUpload(
  uploads: Uploads,
  name: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (name === null || name === '' || name.length > 1000) return refuse(response, 400);
  try {
    answerJson(response, 200, await uploads.receive(name, bodyOf(request)));
  } catch (error) {
    // A browser listens to the answer when it has sent all: the rest is taken and thrown away.
    request.resume();
    const gone = await finished(request).then(
      () => false,
      () => true,
    );
    if (gone) return;
    if (!(error instanceof Failure)) throw error;
    const refused: UploadRefused = { message: error.message, nextStep: error.nextStep };
    answerJson(response, 507, refused);
  }
}

/** The bytes as they come; who stops reading them does not end the connection. */
function bodyOf(request: IncomingMessage): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) };
}
