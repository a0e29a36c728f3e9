import type { NamedValue } from '../../../electron/contract/trace.ts';
import type { RecipeInfo } from '../../../electron/contract/workspaces.ts';
import { formatDecimal } from '../../format/numbers.ts';
import { plainInstant } from '../../format/times.ts';

/** What an output delivered of an entity, as a person reads it: figures grouped and instants apart, all else as the file has it. */
export function deliveredValues(
  { outputs }: Pick<RecipeInfo, 'outputs'>,
  file: string,
  values: readonly NamedValue[],
): readonly NamedValue[] {
  const columns = outputs.find((output) => output.file === file)?.columns ?? [];
  return values.map(({ name, value }) => {
    const kind = columns.find((column) => column.name === name)?.kind;
    return { name, value: value === null ? null : shown(value, kind) };
  });
}

function shown(value: string, kind: RecipeInfo['outputs'][number]['columns'][number]['kind'] | undefined) {
  switch (kind) {
    case 'integer':
    case 'decimal':
      return formatDecimal(value);
    case 'timestamp':
      return plainInstant(value);
    default:
      return value;
  }
}
