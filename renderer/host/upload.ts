import { KEY_HEADER, UPLOAD_PATH, type Uploaded, type UploadRefused } from '../../electron/contract/web.ts';
import { Problem } from '../api/problem.ts';
import type { OnUpload } from './host.ts';

/** Sends a file to the host; its handle. Throws a Problem when it is not taken. */
export function upload(file: File, key: string, onUpload: OnUpload): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const request = new XMLHttpRequest();
  request.open('POST', `${UPLOAD_PATH}?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader(KEY_HEADER, key);
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onUpload(file.name, total === 0 ? 0 : loaded / total),
  );
  request.addEventListener('load', () => {
    if (request.status === 200) resolve((request.response as Uploaded).file);
    else reject(refusal(file.name, request.response as UploadRefused | null));
  });
  request.addEventListener('error', () => reject(refusal(file.name, null)));
  onUpload(file.name, 0);
  request.send(file);
  return promise.finally(() => onUpload(file.name, null));
}

function refusal(name: string, refused: UploadRefused | null): Problem {
  if (refused) return new Problem(refused.message, refused.nextStep);
  return new Problem(
    `${name} could not be handed to Muster.`,
    'Folders cannot be dropped here: drop the files in it.',
  );
}
