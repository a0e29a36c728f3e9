import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../contract/api.ts';
import { Failure } from '../failure.ts';
import { Cancelled } from '../workspace/cancel.ts';
import { explainWorkspaceError } from '../workspace/workspace.ts';
import type { Engine } from './engine.ts';

/** What every call is answered with. */
export interface CallContext {
  readonly engine: Engine;
}

/** The contract, to be answered call by call: what is thrown crosses as the contract says. */
export const os = implement(contract)
  .$context<CallContext>()
  .use(async ({ next, context }, input: unknown) => {
    try {
      return await next();
    } catch (error) {
      throw crossing(explainWorkspaceError(error, workspaceOf(input)), context.engine);
    }
  });

/** The path of the workspace that a call is about; of other calls none touches a database but to open one. */
function workspaceOf(input: unknown): string {
  const about = input as { readonly workspace?: unknown; readonly path?: unknown } | undefined;
  const path = about?.workspace ?? about?.path;
  return typeof path === 'string' ? path : 'The workspace';
}

function crossing(error: unknown, engine: Engine): unknown {
  if (error instanceof ORPCError) return error;
  if (error instanceof Failure) {
    return new ORPCError('FAILURE', {
      defined: true,
      message: error.message,
      data: { nextStep: error.nextStep },
    });
  }
  if (error instanceof Cancelled)
    return new ORPCError('CANCELLED', { defined: true, message: error.message });
  engine.host.log(error);
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: 'Something went wrong inside Muster. Nothing was changed.',
  });
}
