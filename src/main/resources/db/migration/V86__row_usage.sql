-- How often each row of a table answered, and the money of these decisions, by day (UTC), so that
-- usage does not read each decision. Without personal data. Filled from entries like what searches
-- look at, with a position of its own: entries that are stored already follow in the background, and
-- searches do not wait for them.
create table row_day (
  rule_set varchar(12) not null,
  decided_on date not null,
  file varchar(200) not null,
  sheet varchar(200) not null,
  sheet_row integer not null,
  currency varchar(3) not null,
  replica varchar(36) not null,
  decisions bigint not null,
  refunds numeric(30, 4) not null,
  discounts numeric(30, 4) not null,
  primary key (rule_set, decided_on, file, sheet, sheet_row, currency, replica)
);
create table rule_set_day (
  decided_on date not null,
  rule_set varchar(12) not null,
  replica varchar(36) not null,
  decisions bigint not null,
  primary key (decided_on, rule_set, replica)
);
alter table projection add column rows_number bigint default 0 not null;
