-- The workspace's own copy of its recipe, made when a lookup is changed in the app; without rows the recipe's own is used.

-- One row a file of the recipe.
create table recipe_copy (
  path text primary key, -- within the recipe's folder
  text text not null,
  original text not null -- as the recipe had it when the copy was made
) strict, without rowid;
