import type { WorkspaceEvent } from '../../contract/events.ts';

/** Hands events on to whoever listens, each at their own pace. */
export class Listeners {
  readonly #listeners = new Set<(event: WorkspaceEvent) => void>();
  readonly #observers: ((event: WorkspaceEvent) => void)[] = [];
  #changes = 0;

  get count(): number {
    return this.#listeners.size;
  }

  /** How often something of the workspace has changed. */
  get changes(): number {
    return this.#changes;
  }

  /** Hears every event from now on, without counting as somebody who looks at the workspace. */
  observe(observer: (event: WorkspaceEvent) => void): void {
    this.#observers.push(observer);
  }

  tell(event: WorkspaceEvent): void {
    if (event.kind === 'changed') this.#changes++;
    for (const observer of this.#observers) observer(event);
    for (const listener of this.#listeners) listener(event);
  }

  /** The events from now on, after those given; ends when the caller stops asking or the signal is raised. */
  async *listen(
    first: readonly WorkspaceEvent[],
    signal: AbortSignal | undefined,
  ): AsyncGenerator<WorkspaceEvent, void> {
    const waiting: WorkspaceEvent[] = [...first];
    let wake = () => {};
    const listener = (event: WorkspaceEvent) => {
      // Of the states of all work only the newest is of interest.
      if (event.kind === 'jobs' && waiting.at(-1)?.kind === 'jobs') waiting.pop();
      waiting.push(event);
      wake();
    };
    const stop = () => wake();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        const event = waiting.shift();
        if (event) yield event;
        else {
          const { promise, resolve } = Promise.withResolvers<void>();
          wake = resolve;
          await promise;
        }
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#listeners.delete(listener);
    }
  }
}
