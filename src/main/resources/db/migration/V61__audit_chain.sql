-- Each event holds the hash of the one before, so that none can be changed, added or taken away
-- unnoticed. The one row of audit_chain says when that began; appending locks it.

alter table audit_event add column previous char(64);
alter table audit_event add column hash char(64);

create table audit_chain (
  number integer primary key check (number = 1),
  begun_at timestamp with time zone not null
);

insert into audit_chain (number, begun_at) values (1, current_timestamp);
