-- What kind of file was loaded, and how long that took.

alter table import add column shape text not null default 'delimited' check (shape in ('delimited', 'json lines', 'json array'));
alter table import add column milliseconds integer; -- null: it was loaded before times were kept
