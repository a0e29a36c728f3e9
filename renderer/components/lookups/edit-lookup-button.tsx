import { Button } from '@mantine/core';
import { Grid3x3 } from 'lucide-react';
import { useWorkspace } from '../../api/workspace.tsx';
import { useEditedLookup } from './use-edited-lookup.ts';

/** Opens a lookup for changes; nothing where the recipe has none of that name. */
export function EditLookupButton({ lookup }: { readonly lookup: string }) {
  const { recipe } = useWorkspace();
  const [, edit] = useEditedLookup();
  const found = recipe.lookups.find((each) => each.lookup === lookup);
  if (!found) return null;
  return (
    <Button leftSection={<Grid3x3 size={14} aria-hidden="true" />} onClick={() => edit(lookup)}>
      Edit {found.title}…
    </Button>
  );
}
