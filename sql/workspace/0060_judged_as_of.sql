-- By which as-of date a file's records were judged, where a column of its source takes no later day; null: no column does.

alter table import add column judged_as_of text; -- ISO day
