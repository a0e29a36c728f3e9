import { basename } from 'node:path';
import { auditRecord, listAudits } from '../audit/audit-record.ts';
import { givenFiles } from '../files/folder-files.ts';
import type { Engine } from './engine.ts';
import { os } from './os.ts';

/** Answers the calls about audits. */
export const auditHandlers = {
  look: os.audits.look.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const given = input.files.map((file) => ({ file, ...context.engine.resolveFile(file) }));
    return workspace.read('query', 'Looking into the files', 'lookAtAudit', { files: givenFiles(given) });
  }),

  keys: os.audits.keys.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const [stages, traces] = [input.stages, input.traces].map((files) => filesOf(context.engine, files));
    return workspace.readQuietly('auditKeys', { stages: stages ?? [], traces: traces ?? [] });
  }),

  make: os.audits.make.handler(async ({ input, context }) => {
    const { engine } = context;
    const workspace = await engine.workspace(input.workspace);
    const { name, key, asOf } = input;
    const stages = input.stages.map((stage) => ({ name: stage.name, file: fileOf(engine, stage.file) }));
    const request = {
      key,
      stages,
      traces: filesOf(engine, input.traces),
      otherTraces: filesOf(engine, input.otherTraces),
      references: filesOf(engine, input.references),
      asOf,
    };
    return workspace.write('audit', `Auditing ${name}`, 'makeAudit', { name, request }, ['audits']);
  }),

  list: os.audits.list.handler(async ({ input, context }) => {
    const { db } = await context.engine.workspace(input.workspace);
    return listAudits(db);
  }),

  get: os.audits.get.handler(async ({ input, context }) => {
    const { db } = await context.engine.workspace(input.workspace);
    return auditRecord(db, input.audit);
  }),

  rename: os.audits.rename.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { audit, name } = input;
    await workspace.write('audit-record', `Renaming the audit ${name}`, 'renameAudit', { audit, name }, [
      'audits',
    ]);
  }),

  remove: os.audits.remove.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { audit } = input;
    await workspace.write('audit-record', 'Removing an audit', 'removeAudit', { audit }, ['audits']);
  }),

  write: os.audits.write.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { audit, what } = input;
    const target = context.engine.host.resolveTarget(input.target);
    const { path } = target;
    await workspace.write('export', `Writing ${basename(path)}`, 'writeAudit', { audit, what, path }, []);
    return target.saved();
  }),
};

function fileOf(engine: Engine, handle: string) {
  const { path, name } = engine.resolveFile(handle);
  return { path, name };
}

function filesOf(engine: Engine, handles: readonly string[]) {
  return handles.map((handle) => fileOf(engine, handle));
}
