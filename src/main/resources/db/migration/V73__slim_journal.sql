-- New entries are slim: what finds them, and one compressed body. Entries of versions before stay in
-- journal_entry, with the same chains and hashes, until they are moved.
create table journal_chain (
  replica varchar(36) not null,
  number bigint not null,
  decision_id uuid not null,
  decided_at timestamp with time zone not null,
  key_id uuid not null,
  body ${row_bytes} not null,
  sealed ${row_bytes} not null,
  previous ${row_bytes} not null,
  hash ${row_bytes} not null,
  primary key (replica, number)
);
create unique index journal_chain_decision on journal_chain (decision_id);

-- What searches look at and lists show: copies of what entries have, which have the hashes. Filled
-- shortly after the entry; projection has the last number of each chain that is here.
create table decision_search (
  replica varchar(36) not null,
  number bigint not null,
  decision_id uuid primary key,
  decided_at timestamp with time zone not null,
  dispute_id varchar(64) not null,
  as_of date not null,
  rule_set varchar(12) not null,
  resolution varchar(40) not null,
  reason_code varchar(100) not null,
  case_status varchar(40) not null,
  discount_percent numeric(7, 4) not null,
  refund_amount numeric(24, 4),
  refund_currency varchar(3),
  caller varchar(200) not null,
  request_id varchar(64) not null,
  key_id uuid not null
);
create index decision_search_decided on decision_search (decided_at, decision_id);
create index decision_search_dispute on decision_search (dispute_id, decided_at);
create table projection (
  replica varchar(36) primary key,
  number bigint not null
);
