-- Runs that decide the journal's disputes of a time again under a candidate. One is at work at a
-- time, by whichever replica has claimed it; a checkpoint says how far it has come.
create table impact_run (
  id varchar(36) primary key,
  number bigint not null,
  candidate varchar(12) not null,
  against varchar(12) not null,
  specification ${text} not null,
  status varchar(12) not null,
  created_at timestamp with time zone not null,
  created_by varchar(200) not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  total bigint not null,
  found bigint not null,
  checkpoint ${text},
  report ${text},
  failure varchar(1000),
  claimed_by varchar(36),
  claimed_until timestamp with time zone
);
create unique index impact_run_number on impact_run (number);
create index impact_run_candidate on impact_run (candidate, number);
create index impact_run_status on impact_run (status, number);

-- The disputes that a run decides otherwise.
create table impact_change (
  run_id varchar(36) not null,
  number bigint not null,
  change_json ${text} not null,
  primary key (run_id, number)
);
