import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { checkSignature } from './check-signature.ts';
import { ANSWERS, type Operation, operationOf, refusalAnswer, type S3Answer } from './s3-answers.ts';
import { readRequest, S3Refusal } from './s3-request.ts';
import { S3Store } from './s3-store.ts';

/** The only keys that the stand-in takes, as the environment gives them to a client. */
export const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDSTANDIN', AWS_SECRET_ACCESS_KEY: 'a/secret+of/the+stand-in' };

export const REGION = 'eu-central-1';
export const BUCKET = 'teams';

/** What happened to a request. */
export interface Heard {
  readonly operation: Operation;
  readonly key: string;
  readonly status: number;
  readonly bytes: number;
}

/**
 * What goes wrong with a request: it is refused, never answered, its connection is cut before or after it was done.
 */
export type Trouble = S3Refusal | 'silence' | 'cut' | 'cut afterwards';

/** A local server that stands in for S3: no S3 server, but one that checks signatures, parts and their sizes as S3 does. */
export interface S3StandIn {
  readonly endpoint: string;
  readonly store: S3Store;
  /** All requests with a good signature, in the order of their answers. */
  readonly heard: readonly Heard[];
  /** The texts of all objects that can be seen, by key. */
  texts(): Readonly<Record<string, string>>;
  /** Lets requests go wrong from now on; undefined: none. */
  trouble(what: ((operation: Operation, key: string) => Trouble | undefined) | undefined): void;
  /** How many parts were on their way at once, at most. */
  mostPartsAtOnce(): number;
}

/** Starts a stand-in for S3 with one bucket, which ends with the test. */
export async function startS3({ now = Date.now }: { readonly now?: () => number } = {}): Promise<S3StandIn> {
  const store = new S3Store();
  const heard: Heard[] = [];
  let trouble: (operation: Operation, key: string) => Trouble | undefined = () => undefined;
  let [parts, mostParts] = [0, 0];
  const signing = {
    accessKey: KEYS.AWS_ACCESS_KEY_ID,
    secretKey: KEYS.AWS_SECRET_ACCESS_KEY,
    region: REGION,
    now,
  };
  const answerTo = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = await readRequest(incoming);
    try {
      checkSignature(request, signing);
      if (request.bucket !== BUCKET) {
        throw new S3Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
      }
      const operation = operationOf(request);
      const said = trouble(operation, request.key);
      if (said === 'silence') return;
      if (said === 'cut') {
        incoming.socket.destroy();
        return;
      }
      const answer = said instanceof S3Refusal ? refusalAnswer(said, request.method) : undefined;
      const given = answer ?? tried(() => ANSWERS[operation](store, request), request.method);
      heard.push({ operation, key: request.key, status: given.status, bytes: request.body.length });
      if (said === 'cut afterwards') incoming.socket.destroy();
      else send(outgoing, given);
    } catch (error) {
      if (!(error instanceof S3Refusal)) throw error;
      send(outgoing, refusalAnswer(error, request.method));
    }
  };
  const server = createServer((incoming, outgoing) => {
    const isPart = incoming.method === 'PUT';
    if (isPart) mostParts = Math.max(mostParts, ++parts);
    outgoing.on('close', () => {
      if (isPart) parts--;
    });
    answerTo(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    store,
    heard,
    texts: () =>
      Object.fromEntries(store.keys('').map((key) => [key, store.object(key).body.toString('utf8')])),
    trouble: (what) => {
      trouble = what ?? (() => undefined);
    },
    mostPartsAtOnce: () => mostParts,
  };
}

function tried(work: () => S3Answer, method: string): S3Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof S3Refusal) return refusalAnswer(error, method);
    throw error;
  }
}

function send(outgoing: ServerResponse, { status, headers = {}, body = '' }: S3Answer): void {
  outgoing.writeHead(status, { 'x-amz-request-id': 'stand-in', ...headers });
  outgoing.end(body);
}
