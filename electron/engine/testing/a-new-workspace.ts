import type { Api } from '../../contract/api.ts';
import { type RecipeParts, recipeText } from './a-people-recipe.ts';
import { anEngine } from './an-engine.ts';
import { type FileTexts, writeTexts } from './file-texts.ts';
import { tempFolder } from './temp-folder.ts';

/** A workspace of the app for a recipe of a few parts, and its calls. */
export interface NewWorkspace {
  readonly api: Api;
  readonly workspace: string;
  /** Gives it files, as a user who drops them. */
  add(files: FileTexts): Promise<void>;
}

/** A workspace with these files and no run, closed when the test ends. */
export async function aNewWorkspace(parts: RecipeParts, files: FileTexts): Promise<NewWorkspace> {
  const { api } = anEngine();
  const folder = tempFolder();
  writeTexts(folder, Object.fromEntries(recipeText(parts).files));
  const { workspace } = await api.workspaces.createFromFolder({ folder });
  const add = async (given: FileTexts) => {
    await api.files.add({ workspace, files: [tempFolder(given)] });
  };
  await add(files);
  return { api, workspace, add };
}
