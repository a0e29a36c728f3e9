import { z } from 'zod';

/** What crosses beside the sentence of a failure that the user can act on. */
export const failureSchema = z.object({
  /** What to do about it. */
  nextStep: z.string(),
});

export type FailureData = z.infer<typeof failureSchema>;
