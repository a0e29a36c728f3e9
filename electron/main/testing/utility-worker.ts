import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { MainPort } from './main-port.ts';

/** What crosses from the main process: Electron carries the ports beside the message. */
interface Parcel {
  readonly message: unknown;
  readonly ports: readonly MessagePort[];
}

type Listener = (event: { readonly data: unknown; readonly ports: readonly MainPort[] }) => void;

// A thread that is to its module what Electron's utility process is.
Object.assign(process, {
  parentPort: {
    on: (_event: 'message', listener: Listener) =>
      parentPort?.on('message', ({ message, ports }: Parcel) =>
        listener({ data: message, ports: ports.map((port) => new MainPort(port)) }),
      ),
    postMessage: (message: unknown) => parentPort?.postMessage(message),
  },
});

await import(workerData.module);
