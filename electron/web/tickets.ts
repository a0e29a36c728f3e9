import { newKey } from './key.ts';

/** Where a ticket is shown. */
export const TICKET_PATH = '/open/';

/** How long a browser has to come up, in milliseconds. */
const VALID = 120_000;

/**
 * Tickets to the page's address, each good for one request. What a program is started with can be read by every user of the machine;
 * so a browser is started with a ticket, which is worth nothing once the browser has shown it.
 */
export class Tickets {
  readonly #until = new Map<string, number>();

  issue(): string {
    const ticket = newKey();
    this.#until.set(ticket, Date.now() + VALID);
    return ticket;
  }

  /** Whether a ticket is good; it is no more, once asked. */
  use(ticket: string): boolean {
    const until = this.#until.get(ticket) ?? 0;
    this.#until.delete(ticket);
    return Date.now() < until;
  }
}
