/** Hands values on to listeners; what comes before the first of them listens waits for it. */
export class PatientListeners<Value> {
  readonly #listeners = new Set<(value: Value) => void>();
  #waiting: Value[] = [];

  tell(value: Value): void {
    if (this.#listeners.size === 0) this.#waiting.push(value);
    for (const listener of this.#listeners) listener(value);
  }

  /** Begins to listen; returns how to stop. */
  listen(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const value of waiting) listener(value);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
