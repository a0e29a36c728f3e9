import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { ParamInfo } from '../../electron/contract/workspaces.ts';
import { CautionNote } from './cautions/caution-note.tsx';
import { warnedOf } from './cautions/warned-of.ts';

interface ParamFieldProps {
  readonly param: ParamInfo;
  readonly value: string;
  /** What stands under its name. */
  readonly description?: string;
  onChange(value: string): void;
}

/** Asks for a parameter's value by its type; one that may be certain texts alone is a choice. Below it, of what its value is warned. */
export function ParamField({ param, value, description, onChange }: ParamFieldProps) {
  const warned = warnedOf([param], { [param.name]: value });
  return (
    <div style={{ display: 'grid', gap: '0.375rem' }}>
      <Field param={param} value={value} {...(description && { description })} onChange={onChange} />
      <CautionNote cautions={warned} />
    </div>
  );
}

function Field({ param: { name, title, type, values }, value, description, onChange }: ParamFieldProps) {
  const common = { label: title || name, description } as const;
  if (values !== null) {
    return (
      <Select
        {...common}
        data={[...values]}
        value={value}
        allowDeselect={false}
        // Within a popover: what is drawn outside of it would close it.
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => next !== null && onChange(next)}
      />
    );
  }
  switch (type) {
    case 'boolean':
      return (
        <Switch
          {...common}
          checked={value === 'true'}
          onChange={({ currentTarget: { checked } }) => onChange(String(checked))}
        />
      );
    case 'integer':
      return (
        <NumberInput
          {...common}
          value={value}
          allowDecimal={false}
          onChange={(next) => onChange(String(next))}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          type={type === 'date' ? 'date' : 'text'}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
  }
}
