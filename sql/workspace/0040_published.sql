-- Published runs: later runs know what they delivered. The rows themselves stand in tables run_published_<name>, which the recipe describes.

alter table run add column published_at text; -- UTC instant; null: not published
alter table run add column published text not null default '[]'; -- JSON array of the runs that were published when this one was made
