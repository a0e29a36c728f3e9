import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { changedRecipe, TEST_RECIPE } from '../testing/a-member-recipe.ts';
import { dictionary } from './dictionary.ts';
import { parseRecipe } from './parse-recipe.ts';
import { builtInRecipes, readRecipeFolder } from './recipe-folder.ts';

test('the dictionary says what every part of a recipe is', () => {
  expect(dictionary(parseRecipe(TEST_RECIPE))).toMatchInlineSnapshot(`
    "# Test audience

    Recipe \`test-audience\`, version 0. One member is one \`member_id\`.

    ## Parameters

    | parameter | type | default | description |
    | --- | --- | --- | --- |
    | \`as_of\` | date | today | The day on which the run looks at the data |
    | \`window_days\` | integer | 30 | Days a visit counts |
    | \`least_spend\` | decimal | 1.50 | Least spend |
    | \`window_start\` | date | \`as_of\` minus \`window_days\` days |  |

    ## Sources

    ### \`members\`

    - Files: \`members.csv\`
    - Unique: \`member_id\`

    | column | type | required |
    | --- | --- | --- |
    | \`member_id\` | id | yes |
    | \`email\` | email |  |
    | \`score\` | decimal, at least 0, at most 99.5 |  |

    ### \`visits\`

    - Files: \`visits.csv\` (may be absent)

    | column | type | required |
    | --- | --- | --- |
    | \`member_id\` | id | yes |
    | \`visited_on\` | date | yes |
    | \`spend\` | decimal |  |

    ## Tables

    ### \`member\`

    - From: \`members\`
    - Key: \`member_id\`
    - One row a key, as its query returns it
    - The population: each row is an entity

    ### \`last_visit\`

    - From: \`visits\`
    - Key: \`member_id\`
    - One row a key: the latest \`visited_on\`; of equal ones the later record

    ## Rules

    In this order: the first that excludes an entity gives the reason.

    | stage | rule | reasons | title | looks at |
    | --- | --- | --- | --- | --- |
    | \`no_email\` | \`no_email\` | \`no_email\` | No email address | everybody |
    | \`no_visit\` | \`no_visit\` | \`never\`, \`long_ago\` | No visit within the window | survivors |

    ## Outputs

    ### \`audience.csv\`

    The delivery: one row a survivor.

    | column | written as | description |
    | --- | --- | --- |
    | \`member_id\` |  | The member |
    | \`spend\` | number with 2 decimals |  |

    ## Controls

    - spend

    ## Diagnostics

    | diagnostic | title | asks for |
    | --- | --- | --- |
    | \`one_member\` | One member | \`member\` (id): Member |

    ## Insights

    | insight | title | shows |
    | --- | --- | --- |
    | \`visits_by_month\` | Visits by month | stacked bar: Spend by Month, by \`reason\` |
    "
  `);
});

test('a pipe or a line break in a text does not end the cell of a table', () => {
  const text = changedRecipe('recipe.yaml', '{type: email}', '{type: email, description: "a | b\\nc"}');
  expect(dictionary(parseRecipe(text))).toContain('| `email` | email |  | a \\| b c |');
});

test.each(builtInRecipes().map((folder) => [basename(folder), folder]))(
  'the dictionary of %s names every column, rule, output, diagnostic and insight',
  (_, folder) => {
    const recipe = parseRecipe(readRecipeFolder(folder));
    const text = dictionary(recipe);
    const names = [
      ...recipe.sources.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
      ...recipe.tables.map(({ table }) => table),
      ...recipe.rules.flatMap(({ stage, reasons }) => [stage, ...('sql' in reasons ? [] : reasons)]),
      ...recipe.outputs.flatMap(({ file, columns }) => [file, ...columns.map(({ name }) => name)]),
      ...recipe.diagnostics.map(({ diagnostic }) => diagnostic),
      ...recipe.insights.map(({ insight }) => insight),
    ];
    for (const name of names) expect(text).toContain(`\`${name}\``);
    // Empty texts would leave gaps.
    expect(text).not.toMatch(/\n{3}| $|undefined|\[object/m);
  },
);
