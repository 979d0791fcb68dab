-- Keys outlive their revocation: that one was ever made is what keeps a server from opening again.

create table api_key (
  id char(12) primary key,
  name varchar(100) not null,
  roles varchar(100) not null,
  sha256 char(64) not null,
  created_at timestamp with time zone not null,
  created_by varchar(200) not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone
);

-- Who changed what; nothing here is ever changed or taken away.

create table audit_event (
  number bigint generated always as identity primary key,
  happened_at timestamp with time zone not null,
  who varchar(200) not null,
  what varchar(50) not null,
  subject varchar(200) not null,
  address varchar(100) not null,
  request_id varchar(200) not null,
  details ${text} not null
);

create index audit_event_happened on audit_event (happened_at);
create index audit_event_who on audit_event (who);
