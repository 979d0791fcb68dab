-- What compiled rules in the data folder must look like: they are code, and run only unchanged.
-- Replicas have folders of their own, so a key may have several.

create table compiled_rules (
  code_key varchar(64) not null,
  sha256 varchar(64) not null,
  kept_at timestamp with time zone not null,
  primary key (code_key, sha256)
);
