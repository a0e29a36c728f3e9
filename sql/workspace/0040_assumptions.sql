-- What the import took for granted, and where the ways to read a file come from.
alter table import add column assumptions text; -- JSON; null where nobody asked for them
alter table import add column reading_from text; -- the file for which the user decided the reading; null: this one
alter table remembered_reading add column file text not null default ''; -- the file for which it was decided
