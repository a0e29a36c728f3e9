import { oc } from '@orpc/contract';
import { z } from 'zod';
import { failureSchema } from './failure.ts';

/**
 * What every call has in common: a failure that the user can act on crosses as FAILURE, with its sentence as the message;
 * CANCELLED says that the user stopped the work; anything else is a fault of Muster's own.
 */
export const call = oc.errors({ FAILURE: { data: failureSchema }, CANCELLED: {} });

/** An open workspace, by the id that opening it gave. */
export const inWorkspace = z.strictObject({ workspace: z.string().min(1).max(4096) });

/**
 * A file of the user's, as the host names it: in Electron its path, in the browser the number of an upload. Never read by
 * the renderer.
 */
export const fileHandle = z.string().min(1).max(4096);

/** Where a result is to be written, as the host names it: in Electron a path, in the browser the name of a download. */
export const target = z.string().min(1).max(4096);

/** Where a written file is now. */
export type Saved =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'download'; readonly url: string; readonly name: string };

/** A day, YYYY-MM-DD. */
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, { error: 'a day, like 2026-11-20' });

/** Parameter values as the user types them. */
export const paramTexts = z.record(z.string().max(60), z.string().max(1000));
