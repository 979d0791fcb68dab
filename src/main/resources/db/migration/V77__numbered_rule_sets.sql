-- Rule sets are numbered in the order in which they came, and can be set aside.
alter table rule_set add column number bigint;
update rule_set set number = (
  select count(*) from rule_set other
  where other.created_at < rule_set.created_at
    or (other.created_at = rule_set.created_at and other.version <= rule_set.version));
alter table rule_set alter column number set not null;
alter table rule_set add column archived_at timestamp with time zone;
alter table rule_set add column archived_by varchar(200);
alter table rule_set add column archive_reason varchar(2000);
create unique index rule_set_number on rule_set (number);
create index rule_set_parent on rule_set (parent);
