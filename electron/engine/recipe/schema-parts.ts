import { z } from 'zod';

/** A name that the recipe gives. */
export const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: 'small letters, digits and _, beginning with a letter' })
  .max(60);

/** Words for people. */
export const text = z.string().regex(/\S/, { error: 'text' });

/** What anything may have said of it. */
export const described = {
  description: text.optional().meta({ description: 'What it is, for the data dictionary.' }),
};

/** A query, by its file. */
export const sql = z
  .string()
  .regex(/^(?!tests\/)(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.sql$/, {
    error: "the path of an .sql file within the recipe's folder, like rules/inactive.sql",
  })
  .meta({ description: "SQL file, by its path within the recipe's folder." });
