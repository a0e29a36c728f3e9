import { expect } from 'playwright/test';

/** Expects of the page what will be true soon, and says what it saw where it was not. */
export const see = expect.configure({ timeout: 10_000 });
