import type { ParamInfo } from '../../../electron/contract/workspaces.ts';

/** The sentences of which a run with these values warns; what is not given is as the recipe has it. */
export function warnedOf(
  params: readonly ParamInfo[],
  values: Readonly<Record<string, string>>,
): readonly string[] {
  return params.flatMap(({ name, default: value, warns }) => {
    const sentence = warns[(values[name] ?? value ?? '').trim()];
    return sentence === undefined ? [] : [sentence];
  });
}
