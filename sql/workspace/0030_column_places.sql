-- Where each column of the source stands in the file: JSON object of indexes; a column that the file has not is left out.
alter table import add column places text not null default '{}';
