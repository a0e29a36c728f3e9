import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const ON = 49;

/** How the fuses of a packed app are to be set. */
const EXPECTED: ReadonlyMap<number, boolean> = new Map([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
]);

/** The fuses of a program that are not set as they should be, in words. */
export async function fuseFaults(program: string): Promise<readonly string[]> {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) };
  return [...EXPECTED]
    .filter(([fuse, on]) => (wire[fuse] === ON) !== on)
    .map(([fuse, on]) => `The fuse ${FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}.`);
}
