import { basename } from 'node:path';
import { previewOutput } from '../export/preview-output.ts';
import { listReceipts } from '../export/receipts.ts';
import { os } from './os.ts';

/** Answers the calls about exports. */
export const exportHandlers = {
  preview: os.exports.preview.handler(async ({ input, context }) => {
    const { db } = await context.engine.workspace(input.workspace);
    return previewOutput(db, input);
  }),

  write: os.exports.write.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { run, output, format, columns, reason } = input;
    const target = context.engine.host.resolveTarget(input.target);
    const { path } = target;
    // The receipt says where the file is, and is kept in the moment in which the file appears.
    const request = { run, output, format, columns, path, saved: target.saved(), reason };
    return workspace.write('export', `Writing ${basename(path)}`, 'writeExport', request, ['exports']);
  }),

  list: os.exports.list.handler(async ({ input, context }) => {
    const { db } = await context.engine.workspace(input.workspace);
    return listReceipts(db);
  }),
};
