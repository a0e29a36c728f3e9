import { useAnswer } from '../../api/use-answer.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { OwnRecipeNote } from './own-recipe-note.tsx';

/** Below the header while the workspace uses a copy of a recipe that was changed since. */
export function RecipeCopyNotice() {
  const { recipe } = useWorkspace();
  const { data } = useAnswer({
    key: ['lookups.list'],
    topics: ['lookups'],
    ask: (api, workspace) => api.lookups.list({ workspace }),
    when: recipe.lookups.length > 0,
  });
  return data?.copy?.isBehind ? <OwnRecipeNote isBehind /> : null;
}
