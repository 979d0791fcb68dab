-- Candidates that decide beside the active rule set, without effect. The one without an end is at
-- work in every replica.
create table shadow (
  id varchar(36) primary key,
  number bigint not null,
  version varchar(12) not null,
  started_at timestamp with time zone not null,
  started_by varchar(200) not null,
  ended_at timestamp with time zone,
  ended_by varchar(200),
  end_reason varchar(20)
);
create unique index shadow_number on shadow (number);
create index shadow_version on shadow (version, number);

-- What each replica has added up, against the rule set that was active. The last flush is the one
-- that is in the sums, so that one whose commit is in doubt is not added twice.
create table shadow_sum (
  shadow_id varchar(36) not null,
  against varchar(12) not null,
  replica varchar(36) not null,
  updated_at timestamp with time zone not null,
  last_flush varchar(36) not null,
  sums ${text} not null,
  primary key (shadow_id, against, replica)
);

-- How the disputes of decisions ended, as it was reported later. The highest number is the latest
-- report; those before are kept. Rows go with their decision.
create table decision_outcome (
  decision_id uuid not null,
  number integer not null,
  outcome varchar(20) not null,
  cost_amount numeric(30, 4),
  cost_currency varchar(3),
  reported_at timestamp with time zone not null,
  reported_by varchar(200) not null,
  primary key (decision_id, number)
);
