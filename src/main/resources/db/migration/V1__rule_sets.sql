-- Rule sets and their files are named by what is in them, and never change. Each activation is one
-- more row, whose number only one can take: the last one says which rule set decides.

create table rule_file (
  sha256 char(64) primary key,
  content ${bytes} not null
);

create table rule_set (
  version varchar(12) primary key,
  hash char(64) not null unique,
  created_at timestamp with time zone not null,
  created_by varchar(200) not null,
  comment varchar(2000) not null,
  parent varchar(12) references rule_set (version),
  readable boolean not null,
  hindrances ${text} not null,
  report ${text} not null
);

create table rule_set_file (
  version varchar(12) not null references rule_set (version),
  name varchar(200) not null,
  sha256 char(64) not null references rule_file (sha256),
  size integer not null,
  primary key (version, name)
);

create table activation (
  number bigint primary key,
  version varchar(12) not null references rule_set (version),
  activated_at timestamp with time zone not null,
  activated_by varchar(200) not null
);

create index activation_version on activation (version);
