-- Every decision that was answered, in one chain for each replica: an entry's hash covers all that
-- it holds and the hash of the one before. What names a person is sealed under a key that can be
-- destroyed. Entries are never changed, and only go once a row of journal_cut says so.

create table journal_entry (
  replica varchar(36) not null,
  number bigint not null,
  decision_id uuid not null unique,
  dispute_id varchar(64) not null,
  decided_at timestamp with time zone not null,
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
  facts ${row_text} not null,
  decision ${row_text} not null,
  key_id uuid not null,
  sealed ${row_bytes} not null,
  previous char(64) not null,
  hash char(64) not null,
  primary key (replica, number)
);

create index journal_entry_decided_at on journal_entry (decided_at);
create index journal_entry_dispute on journal_entry (dispute_id);

create table personal_key (
  id uuid primary key,
  dispute_id varchar(64) not null unique,
  secret ${row_bytes} not null,
  made_at timestamp with time zone not null
);

create table idempotency_key (
  id char(64) primary key,
  body_sha256 char(64) not null,
  decision_id uuid not null references journal_entry (decision_id),
  kept_until timestamp with time zone not null
);

create index idempotency_key_decision on idempotency_key (decision_id);
create index idempotency_key_kept_until on idempotency_key (kept_until);

create table journal_cut (
  replica varchar(36) not null,
  through bigint not null,
  hash char(64) not null,
  cut_at timestamp with time zone not null,
  primary key (replica, through)
);
